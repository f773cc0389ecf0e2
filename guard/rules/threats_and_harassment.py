"""Threats and harassment: harm announced, wished for or urged, and abuse thrown at somebody.

What it does: looks for threats ("I will ...", "we know where you live"), wishes that somebody come to harm, talking
somebody into harming themselves, calls to gang up on somebody, personal abuse, and praise of terror or genocide.
Speaker, target and intent have to come together. Direct threats, talk into self-harm and praise of terror are held;
wishes, vague threats and abuse are shown; ways of speaking ("I could strangle him") are a hint at most, and less with
a laugh behind them. In a quotation, or told of somebody else, it is a hint; beside a lesson or a prevention week one
step milder.

Why it matters: somebody may be frightened, or hurt, and a joke among friends is read by others without the tone of
voice.

Example: promising on a Friday evening to batter somebody after school.

What to do instead: leave it out. Where somebody is in danger, the safeguarding lead or the police need to hear of it,
not a timeline.

Options: none.

Known to be wrong: threats made by hints and pictures; what two friends both know to be a joke; fiction that is
neither quoted nor called so. Naming a danger ("knife crime workshop", "suicide prevention") is never a finding, nor
is sport ("we will destroy them on Saturday").
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Frame, Hostility, HostilityKind, Reading, Strength
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG204", requirement="L3", severity=Severity.STOP)

_MESSAGES = {
    HostilityKind.THREAT: "threat",
    HostilityKind.WISH: "harm-wished",
    HostilityKind.ABUSE: "abuse",
    HostilityKind.SELF_HARM: "self-harm",
    HostilityKind.EXTREMISM: "extremism",
}
_HELD = (HostilityKind.THREAT, HostilityKind.SELF_HARM, HostilityKind.EXTREMISM)


class Options(RuleOptions, frozen=True):
    """No options of its own."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        for hostility in part.hostilities:
            message = _MESSAGES.get(hostility.kind)
            severity = _severity(hostility)
            if message is not None and severity is not None:
                span = hostility.span
                yield Hit(
                    message="in-quotation"
                    if hostility.frame
                    else "way-of-speaking"
                    if hostility.strength is Strength.IDIOM
                    else message,
                    subject=part.part.text[span.start : span.end].lower(),
                    part=index,
                    span=span,
                    severity=severity,
                    confidence=Confidence.HIGH if severity is Severity.STOP else Confidence.MEDIUM,
                )


def _severity(hostility: Hostility) -> Severity | None:
    """How much there is to it; None for nothing."""
    strong = hostility.strength is Strength.STRONG
    if hostility.frame & Frame.QUOTED:
        return None if hostility.frame & Frame.LESSON or not strong else Severity.ADVISE
    if hostility.strength is Strength.IDIOM:
        return None if hostility.playful or hostility.frame else Severity.ADVISE
    light = not strong or hostility.kind not in _HELD
    if hostility.frame & Frame.LESSON:
        return Severity.ADVISE if light else Severity.WARN
    if hostility.playful and (not strong or hostility.kind is HostilityKind.ABUSE):
        return Severity.ADVISE
    return Severity.WARN if light else Severity.STOP
