"""A link that hides where it leads, is made to look like another, or leads where no school post should.

What it does: looks at the web addresses in the post: shortened ones (their own ones of the sites are left alone), hosts
made to be taken for the school's or a well-known one (look-alike letters, Punycode, a known name in the wrong place),
addresses that begin with one host and lead to another, bare IP addresses, programs, sites of a kind that no school post
leads to, and what the school's own list blocks. Nothing is opened or asked over the network.

Why it matters: readers, pupils among them, follow a link because somebody from school has shared it.

Example: "Vote for our playground here: bit.ly/xyz123"

What to do instead: the full address of the page, seen and read before it is shared.

Options: `allow` and `block`, hosts the school has looked at ("forms.example" speaks for "www.forms.example" as well);
`shortened`, "warn" (the default), "advise" or "off".

Known to be wrong: where a shortened link leads cannot be seen from here, nor what a page with an honest name holds: a
post without a finding has no link of these kinds, and that is all. A friendly site one letter off a known one is
advised.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from guard.model import Confidence, Edit, Fix, FixKind, Role, Severity, Span
from guard.reading import Link, LinkKind, Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG507", requirement="C7", severity=Severity.WARN)

_MESSAGES = {
    LinkKind.SHORTENED: "shortened",
    LinkKind.LOOKALIKE: "look-alike",
    LinkKind.NEAR: "nearly-known",
    LinkKind.DISGUISED: "disguised",
    LinkKind.NUMBER: "number",
    LinkKind.UNSUITABLE: "unsuitable",
    LinkKind.PROGRAM: "program",
}
_ONLY_ADVISED = (LinkKind.NEAR, LinkKind.PROGRAM)


class Options(RuleOptions, frozen=True):
    """Hosts the school has looked at, and what to say of shortened links."""

    allow: tuple[str, ...] = ()
    block: tuple[str, ...] = ()
    shortened: Literal["warn", "advise", "off"] = "warn"


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    said: set[str] = set()
    for index, part in reading:
        if part.part.role is Role.FILE_NAME:
            continue
        for link in part.links:
            message = _message(link, context.options)
            if message and link.host not in said:
                said.add(link.host)
                yield _hit(message, index, link, context)


def _message(link: Link, options: Options) -> str | None:
    if _listed(link.host, options.block):
        return "blocked"
    if _listed(link.host, options.allow) or (link.kind is LinkKind.SHORTENED and options.shortened == "off"):
        return None
    return _MESSAGES.get(link.kind)


def _listed(host: str, hosts: tuple[str, ...]) -> bool:
    plain = [each.lower().removeprefix("https://").removeprefix("www.").rstrip("/") for each in hosts]
    return any(host == each or host.endswith(f".{each}") for each in plain if each)


def _hit(message: str, index: int, link: Link, context: Context[Options]) -> Hit:
    mild = link.kind in _ONLY_ADVISED or (link.kind is LinkKind.SHORTENED and context.options.shortened == "advise")
    return Hit(
        message=message,
        subject=link.host,
        part=index,
        span=link.span,
        severity=Severity.ADVISE if mild and message != "blocked" else None,
        confidence=Confidence.MEDIUM if mild else Confidence.HIGH,
        fixes=tuple(_fixes(index, link.span, context)),
    )


def _fixes(index: int, span: Span, context: Context[Options]) -> Iterator[Fix]:
    if index < len(context.draft.parts):
        yield Fix(FixKind.EDIT_TEXT, "leave-link-out", (Edit(index, span, ""),))
