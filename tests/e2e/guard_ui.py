"""What School Guard shows on a page, as a person finds it: the badge, the card, the dialog, the marks."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

# The registry of highlights belongs to the document, so the page sees what the extension paints.
_MARKED = """severity => {
  const highlight = CSS.highlights.get(`school-guard-${severity}`);
  return highlight ? [...highlight].map((range) => range.toString()) : [];
}"""
_MARKED_EXACTLY = f"([severity, words]) => JSON.stringify(({_MARKED})(severity)) === JSON.stringify(words)"


@dataclass(frozen=True, slots=True)
class GuardUi:
    """School Guard on one page."""

    page: Page

    @property
    def panels(self) -> Locator:
        """Every composer's badge and card."""
        return self.page.locator("school-guard-panel")

    @property
    def badge(self) -> Locator:
        return self.panels.get_by_role("button", name="School Guard:")

    @property
    def dialog(self) -> Locator:
        """The dialog that holds a post."""
        return self.panels.get_by_role("alertdialog")

    @property
    def card(self) -> Locator:
        return self.panels.locator("#card")

    def open_card(self) -> Locator:
        """Open the card at its badge, unless it stands open."""
        if self.badge.get_attribute("aria-expanded") != "true":
            self.badge.click()
        expect(self.card).to_be_visible()
        return self.card

    def say_whose_account(self, answer: str) -> None:
        """Answer the question whose account this is."""
        self.open_card().get_by_role("button", name=answer).click()
        expect(self.card.get_by_text("Whose account is")).to_have_count(0)

    def expect_badge(self, words: str) -> None:
        """Wait until the badge says `words`; the first picture of a run has to wait for its networks to load."""
        expect(self.badge).to_contain_text(words, timeout=20_000)

    def expect_nothing_to_point_out(self) -> None:
        """Wait until everything, pictures too, was checked and nothing is to be said."""
        expect(self.badge).to_have_accessible_name("School Guard: Nothing to point out", timeout=20_000)

    def marked(self, severity: str) -> list[str]:
        """The words underlined at this severity, in no particular order."""
        return [str(words) for words in self.page.evaluate(_MARKED, severity)]

    def wait_for_marks(self, severity: str, words: list[str]) -> None:
        """Wait until exactly these words are underlined."""
        self.page.wait_for_function(_MARKED_EXACTLY, arg=[severity, words])

    def expect_held(self) -> None:
        """The post is held and nothing has gone out."""
        expect(self.dialog).to_be_visible()
        assert self.page.evaluate("() => __posts.length") == 0

    def change_it(self) -> None:
        """Go back to the draft."""
        self.dialog.get_by_role("button", name="Change it").click()
        expect(self.dialog).to_have_count(0)

    def post_anyway(self, reason: str | None = None) -> None:
        """Go on; with the reason where one is asked for."""
        if reason:
            self.dialog.get_by_role("radio", name=reason).check()
        self.dialog.get_by_role("button", name="Post anyway").click()
        expect(self.dialog).to_have_count(0)
