"""What a person does on the chat page, in the words of a person."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import FilePayload, Locator, Page, expect

_AT_REST = """list => new Promise(rest => {
  let quiet = setTimeout(rest, 1000);
  const changes = new MutationObserver(() => {
    clearTimeout(quiet);
    quiet = setTimeout(rest, 1000);
  });
  changes.observe(list, { attributes: true, childList: true, subtree: true });
})"""

_BEGIN_ON = """if (sessionStorage.getItem("begun") !== "{chat}") {{
  sessionStorage.setItem("begun", "{chat}");
  sessionStorage.setItem("chat", "{chat}");
}}"""
"""Has the page open on a chat as if the tab had been on it, and later on whichever it was."""

_MET: dict[str, dict[str, int]] = {}
"""Who is who in each playground."""


class ChatPage:
    """The page, open on one group."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.text = page.get_by_role("combobox", name="Message")
        self.messages = page.locator(".message")
        self.refusal = page.get_by_role("alertdialog")
        self.toast = page.locator(".toast")
        self.is_open = False
        self._viewport = page.viewport_size

    def open(self) -> None:
        """Open the page where it opens by itself: on the group of the trip."""
        self.page.goto(self.address)
        expect(self.last).to_contain_text("/split")

    def open_new_group(
        self,
        title: str,
        names: tuple[str, ...] = ("Alice", "Bob", "Charlie"),
        said: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Make a group for this test alone and open the page on it, after all that was `said`."""
        people = [self._person(name) for name in names]
        made = self._post("chats", title=title, creator=people[0], people=people)
        self.id = int(made["chat"]["id"])
        for name, words in said:
            self.say_elsewhere(name, words)
        self.open_at(self.id)
        expect(self.page.locator("#chat-head").get_by_text(title)).to_be_visible()
        expect(self.message("I only know people I have met")).to_contain_text("/split")

    def open_at(self, group: int) -> None:
        """Open the page on a group; where it is open already, choose that in the list."""
        self.id = group
        if self.is_open:
            # A phone's screen has the list or the chat.
            self.page.locator(f".chat-row[data-chat='{group}']").dispatch_event("click")
            return
        self.page.add_init_script(_BEGIN_ON.format(chat=group))
        self.page.goto(self.address)
        self.is_open = True

    def put_away_phone(self) -> None:
        """Close whatever is open over the chats, and be as wide and as bright as at first."""
        self.page.unroute_all()
        self.page.evaluate("document.querySelectorAll('dialog').forEach(one => one.close())")
        expect(self.page.locator("dialog")).to_have_count(0)
        self.page.mouse.move(0, 0)
        if self._viewport is not None:
            self.page.set_viewport_size(self._viewport)
        self.page.emulate_media(color_scheme="light")

    def add_people(self, *names: str) -> None:
        """Let more people be there, for groups to come."""
        known = self._people()
        for name in names:
            if name not in known:
                self._post("people", first_name=name, username=None)

    def _people(self) -> dict[str, int]:
        state = self.page.request.get(f"{self.address}/page/state").json()
        return {person["first_name"]: person["id"] for person in state["people"]}

    def _person(self, name: str) -> int:
        # The state has all that was ever said.
        known = _MET.setdefault(self.address, {})
        if name not in known:
            known.update(self._people())
        return known[name]

    def _post(self, path: str, **body: object) -> dict[str, Any]:
        answer = self.page.request.post(f"{self.address}/page/{path}", data=body)
        assert answer.ok, answer.text()
        return dict(answer.json())

    def say_elsewhere(self, name: str, words: str) -> None:
        """Write in the group as somebody who sits at another screen."""
        self._post("say", chat=self.id, person=self._person(name), text=words)

    def send_picture(self, name: str, words: str, picture: bytes) -> None:
        """Send a picture with words below it, as somebody who sits at another screen."""
        given = {"chat": self.id, "person": self._person(name), "text": words}
        file: FilePayload = {"name": "bill.png", "mimeType": "image/png", "buffer": picture}
        answer = self.page.request.post(
            f"{self.address}/page/say",
            multipart={"body": json.dumps({**given, "kind": "photo"}), "file": file},
        )
        assert answer.ok, answer.text()

    @property
    def last(self) -> Locator:
        """The newest message."""
        return self.messages.last

    def message(self, words: str) -> Locator:
        """The newest message that contains these words."""
        return self.messages.filter(has_text=words).last

    def come_to_rest(self) -> None:
        """Wait until nothing has changed among the messages for a second.

        What arrives draws its neighbours anew, and a picture of one that goes can't be taken.
        """
        self.page.locator("#messages").evaluate(_AT_REST)

    def be(self, name: str) -> None:
        """Write and press as somebody."""
        chip = self.page.get_by_role("radio", name=name)
        chip.click()
        expect(chip).to_be_checked()

    def say(self, name: str, words: str) -> None:
        """Write as somebody, and see the message stand there."""
        self.be(name)
        before = self.messages.filter(has_text=words).count()
        self.text.fill(words)
        self.text.press("Enter")
        expect(self.text).to_have_value("")
        expect(self.messages.filter(has_text=words)).not_to_have_count(before)

    def press(self, name: str, label: str, *, under: str) -> None:
        """Press a button under the newest message with these words, as somebody.

        What is said or pressed next comes after it: it has been answered.
        """
        self.be(name)
        self.message(under).get_by_role("button", name=label).click()
        expect(self.messages.locator("[aria-busy=true]")).to_have_count(0)
