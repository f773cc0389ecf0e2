"""Where a finding stands in its text, and what words stand there."""

from __future__ import annotations

from guard.model import Draft, Finding, Span
from guard.text.words import Words, cut


class Places:
    """The texts of one draft, cut into words when a filter first asks."""

    def __init__(self, draft: Draft) -> None:
        self._parts = draft.all_parts()
        self._words: dict[int, Words] = {}

    def words(self, finding: Finding) -> Words | None:
        """The words of the text a finding points into, or None where it points at no text."""
        if finding.part is None or finding.span is None:
            return None
        if finding.part not in self._words:
            self._words[finding.part] = cut(self._parts[finding.part].text)
        return self._words[finding.part]

    def text(self, finding: Finding) -> str:
        """What the finding points at, as it was written."""
        if finding.part is None or finding.span is None:
            return ""
        return self._parts[finding.part].text[finding.span.start : finding.span.end]

    def run(self, finding: Finding) -> str:
        """The same, out to the white space around it: the whole of a link or an address."""
        if finding.part is None or finding.span is None:
            return ""
        text = self._parts[finding.part].text
        start, end = finding.span.start, finding.span.end
        while start and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        return text[start:end]

    def core(self, finding: Finding) -> Span | None:
        """The span without the signs around it (# @ quotation marks), or None where there is no letter in it."""
        text = self.text(finding)
        signs = [index for index, character in enumerate(text) if character.isalnum()]
        if not signs or finding.span is None:
            return None
        return Span(finding.span.start + signs[0], finding.span.start + signs[-1] + 1)
