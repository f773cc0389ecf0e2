"""How much a rule's finding matters on this site, from this account: what `severity` and `severity_on` come to."""

from __future__ import annotations

from dataclasses import dataclass

from guard.model import Account, AccountKind, Severity
from guard.policy.models import RuleSettings, SeverityHere, same_handle
from guard.rule import Rule

_MILDER = {Severity.STOP: Severity.WARN, Severity.WARN: Severity.ADVISE, Severity.ADVISE: Severity.ADVISE}
_KINDS = (AccountKind.PERSONAL, AccountKind.OFFICIAL)


@dataclass(frozen=True, slots=True)
class SeverityNow:
    """A rule's severity for one draft. `milder` takes findings a step down, as nobody knows whose account it is."""

    severity: Severity
    milder: bool = False

    def of(self, hit: Severity | None) -> Severity:
        """The severity of a finding, which may be lower than the rule's and never higher."""
        severity = min(self.severity, hit or self.severity)
        return _MILDER[severity] if self.milder else severity


def severity_for(settings: RuleSettings, rule: Rule, account: Account, site: str) -> SeverityNow | None:
    """The severity that holds here, or None where the rule has nothing to say.

    The closest entry of `severity_on` decides: the handle's, then the site's, then the kind of account's. Where nobody
    knows whose account it is, both kinds count and the milder of them holds; a rule that speaks to one kind only (as
    `applies_to` says, or because it is off for the other) is a step milder.
    """
    default = rule.severity
    kinds = [kind for kind in _KINDS if rule.applies_to in ("both", kind)]
    if account.kind in _KINDS or "unknown" in settings.severity_on:
        spoken_to = account.kind in kinds or account.kind is AccountKind.UNKNOWN
        severity = _on(settings, default, account, account.kind, site) if spoken_to else None
        return None if severity is None else SeverityNow(severity)
    found = [_on(settings, default, account, kind, site) for kind in kinds]
    known = [each for each in found if each is not None]
    return SeverityNow(min(known), milder=len(known) < len(_KINDS)) if known else None


def _on(settings: RuleSettings, default: Severity, account: Account, kind: AccountKind, site: str) -> Severity | None:
    base = settings.severity or default
    if not settings.severity_on:
        return base
    entry = _of_handle(settings, account.handle) or settings.severity_on.get(site) or settings.severity_on.get(kind)
    if entry is None:
        return base
    return None if entry == "off" else Severity(entry)


def _of_handle(settings: RuleSettings, handle: str) -> SeverityHere | None:
    if not handle:
        return None
    return next(
        (value for key, value in settings.severity_on.items() if key.startswith("@") and same_handle(key, handle)),
        None,
    )


def unknown_places(settings: RuleSettings) -> list[str]:
    """The keys of `severity_on` that are neither a handle, nor a site, nor a kind of account."""
    return [key for key in settings.severity_on if key not in list(AccountKind) and key[:1] != "@" and "." not in key]
