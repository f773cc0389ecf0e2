"""A school's policy as data: what a policy file may say. Pupils are never in it.

Every key is documented here, in `docs/policy.md` and in the JSON Schema, which is made from these types.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Meta, Struct, field

from guard.model import Severity, Source
from guard.policy.decisions import Allowed, Published, Terms, Tuning
from guard.policy.table import Names, Table, Text
from guard.rule import RuleOptions

SeverityHere = Literal["advise", "warn", "stop", "off"]


class About(Table, frozen=True):
    """`[policy]`: what this policy is."""

    title: str = ""
    version: str = ""
    document: str = ""
    timezone: str = "Europe/London"

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"There is no time zone {self.timezone!r}: write one such as 'Europe/London'") from None


class Identity(Table, frozen=True):
    """`[school]` and `[[organisations]]`: the names a protected organisation goes by.

    `ambiguous` repeats those of the names that may mean something else: a saint, a town, a common motto.
    """

    name: str = ""
    aliases: Names = ()
    abbreviations: Names = ()
    handles: Names = ()
    hashtags: Names = ()
    domains: Names = ()
    mottos: Names = ()
    places: Names = ()
    ambiguous: Names = ()


class OfficialAccount(Table, frozen=True):
    """`[[accounts]]`: an account of the school's own, with the role that owns it, and the second one that runs it."""

    site: Text
    handle: Text
    owner: Text
    deputy: str = ""
    channel: str = ""


class Registration(Table, frozen=True):
    """`[registration]`: what the document asks of official accounts beside being listed with an owner.

    `deputy_needed`: two roles run each account; `one_per_owner`: an owner has one account on a site, no more.
    """

    deputy_needed: bool = False
    one_per_owner: bool = False
    clause_number: str = ""
    clause: str = ""
    also: Names = ()


class Reporting(Table, frozen=True):
    """`[reporting]`: the role that is told of a mistake or a concern, and where the document says so."""

    to: str = ""
    clause_number: str = ""
    clause: str = ""
    also: Names = ()


class Channels(Table, frozen=True):
    """`[channels]`: which consent channel a site belongs to."""

    default: Text = "social_media"
    sites: dict[str, Text] = field(default_factory=dict)


class Disclaimer(Table, frozen=True):
    """`[disclaimer]`: the wording offered, and what a disclaimer has to do."""

    wording: Text = "The views in this post are my own and not those of my employer."
    short_wording: Text = "Views my own, not my employer's."
    accepts_profile: bool = True
    must_deny_employer: bool = False


class Gate(Table, frozen=True):
    """`[gate]`: what is held before submission, beside stops and warnings."""

    on_not_checked: Literal["show", "hold"] = "show"
    stop_override: Literal["reason", "free", "never"] = "reason"


class Recognition(Table, frozen=True):
    """`[recognition]`: recognising enrolled people in pictures. Off until the school has assessed and approved it.

    `threshold` is the penalised cosine similarity from which a possible match is reported; see `docs/pictures.md`
    for what it was measured to mean.
    """

    enabled: bool = False
    impact_assessment: str = ""
    approved_by: str = ""
    review_by: date | None = None
    threshold: Annotated[float, Meta(ge=0.5, le=1.0)] = 0.63
    engine: Literal["onnx", "face-recognition"] = "onnx"

    def runs_on(self, day: date) -> bool:
        """Whether people are recognised that day: switched on, and the review not overdue."""
        return self.enabled and self.review_by is not None and day <= self.review_by

    def missing(self) -> tuple[str, ...]:
        """The keys that have to be filled in before recognition may run."""
        return tuple(name for name in ("impact_assessment", "approved_by", "review_by") if not getattr(self, name))


class RuleSettings(Table, frozen=True):
    """`[rules.<slug>]`: what the policy says of one rule, beside the rule's own options.

    `clause_number` and `clause` are where the document asks for it, `also` its further places; `ask` is the role to ask
    when in doubt. `severity_on` gives a severity of its own to a handle ("@ourschool"), a site ("linkedin.com") or a
    kind of account ("personal", "official", "unknown"); see `guard.policy.severity`. `report_to` is the role a
    mistake or a concern goes to, where that is another one than in `[reporting]`.
    """

    enabled: bool = True
    severity: Severity | None = None
    severity_on: dict[str, SeverityHere] = field(default_factory=dict)
    source: Source = Source.CLAUSE
    clause_number: str = ""
    clause: str = ""
    also: Names = ()
    ask: str = ""
    report_to: str = ""


class ConfiguredRule(Struct, frozen=True):
    """A rule's settings and its options, validated."""

    settings: RuleSettings
    options: RuleOptions


class PolicyFile(Table, frozen=True):
    """A policy file as written: every table may be left out and then comes from the policy it extends."""

    extends: str = ""
    locked: Names = ()
    policy: About = About()
    school: Identity = Identity()
    organisations: tuple[Identity, ...] = ()
    accounts: tuple[OfficialAccount, ...] = ()
    registration: Registration = Registration()
    reporting: Reporting = Reporting()
    channels: Channels = Channels()
    contacts: dict[str, Text] = field(default_factory=dict)
    disclaimer: Disclaimer = Disclaimer()
    gate: Gate = Gate()
    recognition: Recognition = Recognition()
    allow: tuple[Allowed, ...] = ()
    published: Published = Published()
    terms: tuple[Terms, ...] = ()
    tuning: Tuning = Tuning()
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)


class Policy(Struct, frozen=True, kw_only=True):
    """A policy ready for use: all layers merged, everything validated. `rules` is by slug."""

    name: str
    about: About
    school: Identity
    organisations: tuple[Identity, ...] = ()
    accounts: tuple[OfficialAccount, ...] = ()
    registration: Registration = Registration()
    reporting: Reporting = Reporting()
    channels: Channels = Channels()
    contacts: dict[str, str] = field(default_factory=dict)
    disclaimer: Disclaimer = Disclaimer()
    gate: Gate = Gate()
    recognition: Recognition = Recognition()
    allow: tuple[Allowed, ...] = ()
    published: Published = Published()
    terms: tuple[Terms, ...] = ()
    tuning: Tuning = Tuning()
    rules: dict[str, ConfiguredRule] = field(default_factory=dict)

    @property
    def protected(self) -> tuple[Identity, ...]:
        """Every organisation the rules mean by "the school"."""
        return tuple(each for each in (self.school, *self.organisations) if each.name)

    def channel_of(self, site: str, handle: str = "") -> str:
        """The consent channel of a site, or of an official account there."""
        for account in self.accounts:
            if handle and account.channel and account.site == site and same_handle(account.handle, handle):
                return account.channel
        return self.channels.sites.get(site, self.channels.default)

    def is_official(self, site: str, handle: str) -> bool:
        """Whether the handle is one of the school's own accounts on that site."""
        return bool(self.owner_of(site, handle))

    def owner_of(self, site: str, handle: str) -> str:
        """The role that owns an official account, "" where the handle is none of the school's on that site.

        Where the site is not known (""), an account of that handle on any site will do.
        """
        owners = (
            each.owner
            for each in self.accounts
            if handle and site in ("", each.site) and same_handle(each.handle, handle)
        )
        return next(owners, "")


def same_handle(one: str, other: str) -> bool:
    """Whether two handles or account names are the same, written with or without the at sign."""
    return one.lstrip("@").strip().casefold() == other.lstrip("@").strip().casefold()
