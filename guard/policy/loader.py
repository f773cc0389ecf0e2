"""From a policy's name or path to a validated `Policy`. What rules there are is handed in; this room knows none."""

from __future__ import annotations

import difflib
import types
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from guard.errors import PolicyError
from guard.model import AccountKind, Source
from guard.policy.layers import Layer, merge, stack
from guard.policy.models import ConfiguredRule, Policy, PolicyFile, RuleSettings
from guard.policy.severity import unknown_places
from guard.rule import RuleOptions

RuleSpecs = Mapping[str, type[RuleOptions]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something `policy check` has to say: `error` keeps the policy from being used, the rest is worth a look."""

    key: str
    text: str
    error: bool = False


def load_policy(name_or_path: str | Path, rules: RuleSpecs, managed: Mapping[str, Any] | None = None) -> Policy:
    """The policy with all its layers, validated.

    `rules` gives each rule's options type by slug. Raises PolicyError, PolicyNotFound; the message names layer and key.
    """
    layers = stack(name_or_path, managed)
    for layer in layers:
        try:
            _validate_layer(layer, rules)
        except RecursionError:
            raise PolicyError(f"{layer.origin}: tables or lists are nested too deeply") from None
    merged = merge(layers)
    file = msgspec.convert(merged, PolicyFile, str_keys=True)
    configured = {
        slug: _configure(slug, rules[slug], dict(table), layers[-1].origin) for slug, table in file.rules.items()
    }
    top = next(layer for layer in reversed(layers) if layer.name != "managed")
    recognition = file.recognition
    if recognition.enabled and recognition.missing():
        keys = ", ".join(f"recognition.{key}" for key in recognition.missing())
        raise PolicyError(f"{top.origin}: recognition.enabled is true, so these have to be filled in first: {keys}")
    return Policy(
        name=top.name,
        about=file.policy,
        school=file.school,
        organisations=file.organisations,
        accounts=file.accounts,
        registration=file.registration,
        reporting=file.reporting,
        channels=file.channels,
        contacts=dict(file.contacts),
        disclaimer=file.disclaimer,
        gate=file.gate,
        recognition=recognition,
        allow=file.allow,
        published=file.published,
        terms=file.terms,
        tuning=file.tuning,
        rules=configured,
    )


def _configure(slug: str, options: type[RuleOptions], table: dict[str, Any], origin: str) -> ConfiguredRule:
    settings = {key: table.pop(key) for key in RuleSettings.__struct_fields__ if key in table}
    converted = _convert(settings, RuleSettings, f"rules.{slug}", origin)
    for place in unknown_places(converted):
        raise PolicyError(
            f"{origin}: key 'rules.{slug}.severity_on': {place!r} is neither a handle (@ourschool), nor a site "
            f"(linkedin.com), nor a kind of account{_did_you_mean(place, [kind.value for kind in AccountKind])}"
        )
    return ConfiguredRule(settings=converted, options=_convert(table, options, f"rules.{slug}", origin))


def _validate_layer(layer: Layer, rules: RuleSpecs) -> None:
    """Each layer alone, so that an error names the file it stands in."""
    _refuse_unknown(layer.data, PolicyFile, "", layer.origin)
    _convert(layer.data, PolicyFile, "", layer.origin)
    for key in layer.data.get("locked", ()):
        _refuse_unknown_lock(key, rules, layer.origin)
    for index, entry in enumerate(layer.data.get("allow", ())):
        slug = entry.get("rule", "")
        if slug and slug not in rules:
            raise PolicyError(
                f"{layer.origin}: key 'allow[{index}].rule': no rule {slug!r}{_did_you_mean(slug, rules)}"
            )
    for slug, table in layer.data.get("rules", {}).items():
        if slug not in rules:
            raise PolicyError(f"{layer.origin}: there is no rule {slug!r}{_did_you_mean(slug, rules)}")
        known = {*RuleSettings.__struct_fields__, *rules[slug].__struct_fields__}
        for key in table:
            if key not in known:
                raise PolicyError(f"{layer.origin}: unknown key 'rules.{slug}.{key}'{_did_you_mean(key, known)}")
        _configure(slug, rules[slug], dict(table), layer.origin)


def _convert(data: Any, wanted: type[T], prefix: str, origin: str) -> T:
    try:
        return msgspec.convert(data, wanted, str_keys=True)
    except msgspec.ValidationError as error:
        # msgspec says "... - at `$.gate.on_not_checked`"; a reader of TOML wants the dotted key.
        text, _, path = str(error).partition(" - at `$")
        key = ".".join(filter(None, (prefix, path.rstrip("`").lstrip("."))))
        raise PolicyError(f"{origin}: key {key!r}: {text[:1].lower()}{text[1:]}") from None


def _refuse_unknown(data: Any, wanted: Any, path: str, origin: str) -> None:
    if get_origin(wanted) in (Union, types.UnionType):
        structs = [each for each in get_args(wanted) if isinstance(each, type) and issubclass(each, msgspec.Struct)]
        wanted = structs[0] if structs else None
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct) and isinstance(data, Mapping):
        hints = get_type_hints(wanted)
        for key, value in data.items():
            dotted = f"{path}.{key}" if path else str(key)
            if key not in hints:
                raise PolicyError(f"{origin}: unknown key {dotted!r}{_did_you_mean(str(key), hints)}")
            _refuse_unknown(value, hints[key], dotted, origin)
    elif get_origin(wanted) is tuple and isinstance(data, list):
        for index, value in enumerate(data):
            _refuse_unknown(value, get_args(wanted)[0], f"{path}[{index}]", origin)


def _refuse_unknown_lock(locked: str, rules: RuleSpecs, origin: str) -> None:
    """A lock that names nothing would keep nobody from anything."""
    wanted: Any = PolicyFile
    if locked.startswith("rules."):
        _, slug, *rest = locked.split(".")
        if slug not in rules:
            raise PolicyError(f"{origin}: key 'locked': there is no rule {slug!r}{_did_you_mean(slug, rules)}")
        known = {*RuleSettings.__struct_fields__, *rules[slug].__struct_fields__}
        if rest and rest[0] not in known:
            raise PolicyError(f"{origin}: key 'locked': {locked!r} is no key{_did_you_mean(rest[0], known)}")
        return
    for step in locked.split("."):
        if get_origin(wanted) is dict:
            return
        known = (
            set(get_type_hints(wanted)) if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct) else set()
        )
        if step not in known:
            raise PolicyError(f"{origin}: key 'locked': {locked!r} is no key{_did_you_mean(step, known)}")
        wanted = get_type_hints(wanted)[step]


def _did_you_mean(word: str, known: Any) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; known are: {', '.join(sorted(known))}" if known else ""


def _expired(policy: Policy, today: date) -> Iterator[Remark]:
    for index, entry in enumerate(policy.allow):
        if entry.expires < today:
            yield Remark(f"allow[{index}]", f"expired on {entry.expires}: take it out, or look at it and renew it")


def remarks(policy: Policy, wanted_roles: frozenset[str] = frozenset()) -> list[Remark]:
    """What is still to be filled in, and what may cause trouble: the answer of `policy check`."""
    found: list[Remark] = []
    if not policy.school.name:
        found.append(Remark("school.name", "the school's name is still to be filled in", error=True))
    for index, identity in enumerate(policy.protected):
        table = "school" if index == 0 and policy.school.name else "organisations"
        names = (identity.name, *identity.aliases, *identity.abbreviations, *identity.mottos)
        for name in names:
            short = len(name.split()) == 1
            if short and name not in identity.ambiguous and not name.isupper():
                found.append(
                    Remark(
                        f"{table}.aliases",
                        f"{name!r} is a single word and may mean something else: list it under 'ambiguous' too, "
                        "so that alone it only gives a hint",
                    )
                )
        for name in identity.ambiguous:
            if name not in names:
                found.append(Remark(f"{table}.ambiguous", f"{name!r} is none of the names above it", error=True))
    if not policy.accounts:
        found.append(Remark("accounts", "no official account is listed: every post counts as personal or unknown"))
    found.extend(_account_remarks(policy))
    found.extend(_expired(policy, date.today()))
    recognition = policy.recognition
    if recognition.enabled and not recognition.runs_on(date.today()):
        found.append(
            Remark(
                "recognition.review_by",
                f"the review was due on {recognition.review_by}: nobody is recognised until it is done and dated anew",
            )
        )
    for slug, rule in policy.rules.items():
        cites = rule.settings.clause or rule.settings.clause_number
        if rule.settings.enabled and rule.settings.source is Source.CLAUSE and not cites:
            found.append(
                Remark(
                    f"rules.{slug}.clause",
                    'nothing says which clause asks for this: name it, or say source = "guidance"',
                )
            )
    on = [rule.settings for rule in policy.rules.values() if rule.settings.enabled]
    used = {role for each in on for role in (each.ask, each.report_to)} | {policy.reporting.to} | wanted_roles
    used |= {terms.ask for terms in policy.terms}
    for role in sorted(used - {"", *policy.contacts}):
        found.append(Remark(f"contacts.{role}", "nothing says how to reach this role"))
    return found


def _account_remarks(policy: Policy) -> Iterator[Remark]:
    """Where official accounts are not registered as the document wants it."""
    asked = policy.registration
    owned = Counter((each.site, each.owner) for each in policy.accounts)
    for index, account in enumerate(policy.accounts):
        if asked.deputy_needed and not account.deputy:
            yield Remark(
                f"accounts[{index}].deputy", "the policy asks for two roles to run an account: name the second"
            )
    for (site, owner), count in owned.items():
        if asked.one_per_owner and count > 1:
            yield Remark("accounts", f"{owner!r} owns {count} accounts on {site}; the policy expects one")
