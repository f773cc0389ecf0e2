"""Guard: a policy, perhaps a register and a way to read pictures, put to work on drafts."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

from guard.configuration import rules_in_use, vocabulary_of
from guard.context import consents_on, contexts_for, not_compared
from guard.errors import PolicyIncomplete, UsageError, WrongArgument
from guard.filters import Filters
from guard.model import (
    Account,
    AccountKind,
    Clause,
    Draft,
    Finding,
    Media,
    Part,
    PictureSummary,
    QuestionKey,
    Report,
    Severity,
    SkipCode,
    Skipped,
    digest_of,
)
from guard.pictures.reader import PictureReader
from guard.policy.layers import SHIPPED
from guard.policy.loader import load_policy
from guard.policy.models import ConfiguredRule, Policy, RuleSettings
from guard.policy.severity import SeverityNow, severity_for
from guard.reading import PictureReading, Reading
from guard.rule import Hit
from guard.rules import LoadedRule, option_specs
from guard.text.parties import Played
from guard.text.reader import TextReader
from guard.usefulness import Tallies
from guard.vocabulary import Gallery, PersonName

if TYPE_CHECKING:
    from guard.register import Register

_MOST_ACCOUNTS = 64

log = logging.getLogger(__name__)


_SpeakingRule = tuple[LoadedRule, ConfiguredRule, SeverityNow]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """The text reader made for one version of the register."""

    register_version: str | None
    reader: TextReader


class Guard:
    """Checks drafts against a policy. Thread-safe; use as a context manager, or call `close()`.

    A withdrawal from the register acts at the next check, also in a Guard opened before it. With `tallies` a rule that
    was mostly wrong so far goes quiet, as the policy says under `[tuning]`.
    """

    def __init__(
        self,
        policy: Policy,
        *,
        register: Register | None = None,
        pictures: PictureReader | None = None,
        fingerprint_key: bytes | None = None,
        tallies: Tallies | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        if not policy.school.name:
            own = f"write one of your own with 'school-guard policy init --extends {policy.name} school.toml' and "
            raise PolicyIncomplete(
                f"policy {policy.name!r} names no school yet: {own if policy.name in SHIPPED else ''}fill in [school]"
            )
        self.policy = policy
        self._rules = rules_in_use(policy)
        # Staff post from the same few accounts again and again.
        self._rules_on = lru_cache(maxsize=_MOST_ACCOUNTS)(self._speaking_on)
        self._filters = Filters(policy)
        self._tallies = tallies
        self._register = register
        self._pictures = pictures
        self._own_pictures = False
        self._key = fingerprint_key or secrets.token_bytes(32)
        self._clock = clock
        self._zone = ZoneInfo(policy.about.timezone)
        self._lock = threading.Lock()
        self._closed = False
        self._compiled = self._compile(self.register_version)

    @classmethod
    def open(
        cls,
        policy: str | Path = "demo",
        register: str | Path | Register | None = None,
        *,
        pictures: PictureReader | None = None,
        fingerprint_key: bytes | None = None,
        managed: Mapping[str, Any] | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Self:
        """A Guard for a shipped policy's name or a policy file's path, and a register's path (optional).

        Pictures are read in this process unless `pictures` brings another reader. `fingerprint_key` keeps fingerprints
        the same from one Guard to the next; without it they hold for this Guard only.
        Raises PolicyError, PolicyNotFound, PolicyIncomplete, RegisterError.
        """
        loaded = load_policy(policy, option_specs(), managed)
        if isinstance(register, (str, Path)):
            from guard.register import Register as RegisterFile  # loads SQLAlchemy: only where a register is in use

            register = RegisterFile.open(register)
        return cls(loaded, register=register, pictures=pictures, fingerprint_key=fingerprint_key, clock=clock)

    def __enter__(self) -> Self:
        self._refuse_when_closed()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the register and of the picture reader this Guard made itself."""
        with self._lock:
            self._closed = True
            if self._own_pictures and self._pictures is not None:
                self._pictures.close()
            if self._register is not None:
                self._register.close()

    @property
    def register_version(self) -> str | None:
        """The register's version now, or None where none is in use."""
        return self._register.version if self._register is not None else None

    @property
    def recognises(self) -> bool:
        """Whether people are recognised today: switched on in the policy, and its review not overdue."""
        return self.policy.recognition.runs_on(self._clock().astimezone(self._zone).date())

    def gallery(self) -> Gallery:
        """Whom to recognise now: empty unless the policy switches recognition on and its review is not overdue."""
        if self._register is None or not self.recognises:
            return Gallery()
        recognition = self.policy.recognition
        return self._register.gallery(recognition.threshold, self._clock().astimezone(self._zone), recognition.engine)

    def check(self, draft: Draft) -> Report:
        """What the policy says of `draft`. Raises UsageError when the Guard is closed, never for what a draft holds."""
        self._refuse_when_closed()
        _require_drafts([draft])
        gallery = self.gallery() if draft.media else Gallery()
        return self._check(draft, self._read_pictures(draft.media, gallery), gallery)

    async def acheck(self, draft: Draft) -> Report:
        """`check`, in a thread, for asynchronous callers."""
        return await asyncio.to_thread(self.check, draft)

    def check_many(self, drafts: Iterable[Draft]) -> list[Report]:
        """A report for each draft, in order; a picture that occurs more than once is read once.

        Raises UsageError when the Guard is closed or one of `drafts` is none, before any is checked.
        """
        self._refuse_when_closed()
        drafts = list(drafts)
        _require_drafts(drafts)
        gallery = self.gallery() if any(draft.media for draft in drafts) else Gallery()
        readings: dict[object, PictureReading] = {}
        reports = []
        for draft in drafts:
            keys = [_identity(media) for media in draft.media]
            missing = {key: media for key, media in zip(keys, draft.media, strict=True) if key not in readings}
            readings.update(zip(missing, self._read_pictures(tuple(missing.values()), gallery), strict=True))
            reports.append(self._check(draft, tuple(readings[key] for key in keys), gallery))
        return reports

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise UsageError("this Guard is closed: open a new one")

    # -- reading -------------------------------------------------------------------------------------------------

    def _read_pictures(self, media: Sequence[Media], gallery: Gallery) -> tuple[PictureReading, ...]:
        return self._picture_reader().read(media, gallery) if media else ()

    def _picture_reader(self) -> PictureReader:
        with self._lock:
            if self._pictures is None:
                from guard.pictures.in_process import InProcessReader

                self._pictures = InProcessReader(engine=self.policy.recognition.engine)
                self._own_pictures = True
            return self._pictures

    def _compile(self, version: str | None) -> _Compiled:
        persons: tuple[PersonName, ...] = self._register.names() if self._register is not None else ()
        return _Compiled(version, TextReader(vocabulary_of(self.policy, persons)))

    def _text_reader(self, version: str | None) -> TextReader:
        compiled = self._compiled
        if compiled.register_version != version:
            compiled = self._compiled = self._compile(version)
        return compiled.reader

    # -- deciding ------------------------------------------------------------------------------------------------

    def _check(self, draft: Draft, pictures: tuple[PictureReading, ...], gallery: Gallery) -> Report:
        started = time.perf_counter()
        now = self._clock().astimezone(self._zone)
        version = self.register_version
        reader = self._text_reader(version)
        reading = Reading(
            parts=tuple(reader.read(part) for part in draft.all_parts()),
            pictures=pictures,
            profile=reader.read(Part(draft.profile_text)) if draft.profile_text else None,
            in_reply_to=reader.read(Part(draft.in_reply_to), Played.ANSWERED) if draft.in_reply_to else None,
            shared_from=reader.read(Part(draft.shared_from), Played.SHARED) if draft.shared_from else None,
            to=reader.read(Part(draft.to), Played.TO) if draft.to else None,
            account=reader.read_account(draft.account),
        )
        channel = self.policy.channel_of(draft.site, draft.account.handle)
        consents = consents_on(self._register, channel, now)
        missing = not_compared(pictures, gallery, consents[0])
        context_of = contexts_for(self.policy, draft, channel, now, consents, self._register is not None, missing)
        findings: list[Finding] = []
        skipped = self._unread(draft, pictures, missing)
        for loaded, configured, here in self._rules_on(draft.account.kind, draft.account.handle, draft.site):
            context = context_of(options=configured.options, severity=here.severity)
            try:
                hits = list(loaded.check(reading, context))
            except Exception as error:
                # One broken rule must not lose what the others found; its message might quote the draft, so only its
                # type is logged.
                log.error("rule %s failed: %s", loaded.slug, type(error).__name__)
                skipped.append(Skipped(SkipCode.RULE_FAILED, rule=loaded.slug))
                continue
            for hit in hits:
                findings.append(self._finding(hit, loaded, configured.settings, here.of(hit.severity)))
        quiet = self._tallies.quiet(self.policy.tuning) if self._tallies is not None else ()
        filtered = self._filters.apply(findings, draft, now.date(), quiet)
        return Report(
            findings=tuple(sorted(filtered.findings, key=_order)),
            skipped=tuple(skipped),
            pictures=tuple(
                PictureSummary(index, each.width, each.height, tuple(face.region for face in each.faces))
                for index, each in enumerate(pictures)
                if each.skipped is None
            ),
            account=draft.account.kind,
            policy=self.policy.name,
            policy_version=self.policy.about.version,
            register_version=version,
            took_ms=round((time.perf_counter() - started) * 1000, 3),
            suppressed=filtered.suppressed,
            quiet=filtered.quiet,
        )

    def _speaking_on(self, kind: AccountKind, handle: str, site: str) -> tuple[_SpeakingRule, ...]:
        """The rules that speak on a site to an account, with what their findings weigh there."""
        account = Account(kind, handle)
        weighed = (
            (loaded, configured, severity_for(configured.settings, loaded.rule, account, site))
            for loaded, configured in self._rules
        )
        return tuple((loaded, configured, here) for loaded, configured, here in weighed if here is not None)

    def _unread(self, draft: Draft, pictures: tuple[PictureReading, ...], missing: int) -> list[Skipped]:
        skipped = []
        for index, picture in enumerate(pictures):
            if picture.skipped is not None:
                skipped.append(Skipped(picture.skipped, media=index))
            elif picture.faces and (missing or not picture.recognised) and not _settled_by_answer(draft.media[index]):
                code = SkipCode.NO_REGISTER if self._register is None else SkipCode.RECOGNITION_OFF
                skipped.append(Skipped(code, media=index))
        return skipped

    def _finding(self, hit: Hit, loaded: LoadedRule, settings: RuleSettings, severity: Severity) -> Finding:
        has_clause = bool(settings.clause or settings.clause_number)
        return Finding(
            code=loaded.rule.code,
            slug=loaded.slug,
            requirement=loaded.rule.requirement,
            severity=severity,
            confidence=hit.confidence,
            message=f"{loaded.slug}.{hit.message}",
            source=settings.source,
            clause=Clause(settings.clause_number, settings.clause) if has_clause else None,
            ask=settings.ask,
            report_to=settings.report_to or self.policy.reporting.to,
            params=dict(hit.params),
            part=hit.part,
            span=hit.span,
            media=hit.media,
            region=hit.region,
            fixes=hit.fixes,
            question=hit.question,
            fingerprint=self._fingerprint(loaded.rule.code, hit.subject),
        )

    def _fingerprint(self, code: str, subject: str) -> str:
        # Keyed: short texts could be guessed from a plain hash.
        return hmac.new(self._key, f"{code}\0{subject}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def _require_drafts(drafts: Sequence[object]) -> None:
    for number, draft in enumerate(drafts, 1):
        if not isinstance(draft, Draft):
            raise WrongArgument(f"draft {number} of {len(drafts)} is no Draft, but {type(draft).__name__}")


def _settled_by_answer(media: Media) -> bool:
    return QuestionKey.LISTED in media.answers or media.answers.get(QuestionKey.PUPILS) in ("no", "family")


def _identity(media: Media) -> object:
    if media.known_digest is not None:
        return media.known_digest
    return digest_of(media.data) if media.data is not None else media.path


def _order(finding: Finding) -> tuple[int, int, int, str]:
    at = finding.span.start if finding.span is not None else 0
    part = finding.part if finding.part is not None else 1_000_000 + (finding.media or 0)
    return (-finding.severity.rank, part, at, finding.code)
