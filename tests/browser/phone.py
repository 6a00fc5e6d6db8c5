"""What a person does in the Mini App, in the words of a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Frame, FrameLocator, Locator, Page, Request, Route, expect

from tests.browser.chatting import ChatPage


class Phone:
    """The Mini App over the chat page, opened as somebody: at home, or by a group's link to it."""

    def __init__(self, chat: ChatPage, name: str, *, at_group: bool = False) -> None:
        chat.be(name)
        self.chat = chat
        self.title = ""
        self.page: Page = chat.page
        self._heard_by: list[Callable[[Request], None]] = []
        button = "Open the app" if at_group else "Open the Mini App"
        self.page.get_by_role("button", name=button).first.click()
        self.app: FrameLocator = self.page.frame_locator("iframe.phone-app")

    def tap(self, name: str, *, inside: str = "main") -> None:
        """Press a button of the page, or of what covers it."""
        self.app.locator(inside).get_by_role("button", name=name).first.click()

    def fill(self, label: str, words: str) -> None:
        """Type into a field."""
        self.app.get_by_label(label, exact=True).fill(words)

    @property
    def amount(self) -> Locator:
        return self.app.get_by_role("textbox", name="Amount")

    def button(self, name: str, *, exact: bool = False) -> Locator:
        return self.app.get_by_role("button", name=name, exact=exact)

    @property
    def main(self) -> Locator:
        """Telegram's large button below the page."""
        return self.page.locator(".phone-main")

    def press_main(self, words: str) -> None:
        """Press Telegram's large button, which says these words."""
        expect(self.main).to_have_text(words)
        expect(self.main).to_be_enabled()
        self.main.click()

    def at(self, page: str, *, sheets: int = 0) -> None:
        """Wait until a page stands there complete, which may have buttons of the one before.

        And so many sheets over it.
        """
        expect(self.app.locator(f"main > {page}-page")).to_be_visible()
        expect(self.app.locator(".waiting")).to_have_count(0)
        expect(self.app.locator("dialog")).to_have_count(sheets)

    def back(self) -> None:
        """Go back as Telegram does, and see that what was shown is gone."""
        shown = self.app.locator("main > *, dialog").last
        shown.evaluate("shown => shown.classList.add('left-by-test')")
        self.page.locator(".phone-head").get_by_role("button", name="Back").click()
        expect(self.app.locator(".left-by-test")).to_have_count(0)

    def close(self) -> None:
        self.page.get_by_role("button", name="Close the Mini App").click()

    def open_group(self, title: str) -> None:
        title_of = self.app.get_by_text(title, exact=True)
        self.app.locator(".row", has=title_of).click()
        self.see_group(title)

    def see_group(self, title: str) -> None:
        """Wait until a group is shown."""
        self.title = title
        expect(self.app.get_by_role("heading", name=title, exact=True)).to_be_visible()

    def type_amount(self, typed: str) -> None:
        """Type an amount on the page's own keys."""
        named = {"+": "plus", "-": "minus", "*": "times", "/": "divided by"}
        keys = self.app.get_by_role("group", name="Keys for the amount")
        for key in typed:
            keys.get_by_role("button", name=named.get(key, key), exact=True).click()

    def row(self, words: str) -> Locator:
        """Return the row of the page that contains these words."""
        return self.app.locator("main .row", has_text=words)

    @property
    def frame(self) -> Frame:
        """The page itself, for what only its own scripts can tell."""
        return next(frame for frame in self.page.frames if "/app/" in frame.url)

    def speak(self, language: str) -> None:
        """Choose a language for oneself, from the group shown and back to it."""
        self.back()
        self.app.locator("home-page .row").last.click()
        spoken = self.app.locator("you-page .row").first
        spoken.click()
        self.app.get_by_role("radio", name=language, exact=True).click()
        # The words have to be fetched first.
        expect(spoken).to_contain_text(language)
        self.back()
        self.open_group(self.title)

    def go(self, page: str, **what: object) -> None:
        """Go to a page by its name, as its own scripts do."""
        self.frame.evaluate(
            "async ([script, page, what]) => void await (await import(script)).go(page, what)",
            [self._script("places.js"), page, what],
        )
        self.at(page)

    def read(self, path: str) -> Any:  # JSON
        """Return what the API says to whoever has the page open."""
        return self.frame.evaluate(
            "async ([script, path]) => (await import(script)).get(path)",
            [self._script("api.js"), path],
        )

    def hold(self, calls: str) -> list[Route]:
        """Keep the next of some calls from going out before it is told to `continue_`."""
        held: list[Route] = []

        def keep(route: Route) -> None:
            if held:
                route.continue_()
            else:
                held.append(route)

        self.page.route(calls, keep)
        return held

    def hear_calls(self, note: Callable[[Request], None]) -> None:
        """Have what is asked of a server noted until the end of the test."""
        self._heard_by.append(note)
        self.page.on("request", note)

    def hear_no_more(self) -> None:
        """End the noting of calls."""
        for note in self._heard_by:
            self.page.remove_listener("request", note)
        self._heard_by.clear()

    def _script(self, name: str) -> str:
        of_page = self.app.locator("script[type=module]").get_attribute("src")
        assert of_page is not None
        return of_page.replace("app.js", name)

    @property
    def wrong(self) -> Locator:
        """What is said against the form, wherever in it that is."""
        return self.app.locator(".refusal:not(:empty)")

    def card(self, heading: str) -> Locator:
        """Return the card below a heading."""
        return self.app.locator("section", has=self.app.get_by_role("heading", name=heading))
