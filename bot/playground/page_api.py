"""The chat page and its own API under `/page/`: what a person does, and what they see."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.playground.launch import init_data
from bot.playground.page_requests import OnlyLocal, answering
from bot.playground.page_view import (
    ZONE,
    chat_view,
    clock_view,
    event_view,
    person_view,
    snapshot,
)
from bot.playground.people import Chat, Message, Person
from bot.playground.wire import ApiError, Json, Upload
from bot.playground.world import World
from bot.web.app.serving import MiniApp
from ledger.core.clock import MovableClock

PAGE = Path(__file__).parent / "page"
TELEGRAMS_STAND_IN = "/phone/telegram-web-app.js"
"""What connects the Mini App to the phone on the page, in place of Telegram's own script."""
KEEP_ALIVE_SECONDS = 15.0
MONDAY_MORNING = time(9, 0)


def page_app(world: World) -> ASGIApp:
    """Return the page and its API as an ASGI app that only this machine's pages may use."""
    api = PageApi(world)
    routes = [
        Route("/page/state", api.state),
        Route("/page/events", api.events),
        Route("/page/commands", api.commands),
        Route("/page/files/{file_id}", api.file),
        *(
            Route(path, answering(action), methods=["POST"])
            for path, action in (
                ("/page/say", api.say),
                ("/page/edit", api.edit),
                ("/page/press", api.press),
                ("/page/people", api.add_person),
                ("/page/people/{person}", api.change_person),
                ("/page/chats", api.new_chat),
                ("/page/chats/{chat}", api.retitle),
                ("/page/chats/{chat}/members", api.change_member),
                ("/page/chats/{chat}/permissions", api.permit),
                ("/page/chats/{chat}/migrate", api.migrate),
                ("/page/chats/{chat}/topics", api.new_topic),
                ("/page/clock", api.skip),
                ("/page/launch", api.launch),
            )
        ),
        *MiniApp(TELEGRAMS_STAND_IN, framed_by=("'self'",)).routes,
        Mount("/", _PageFiles(directory=PAGE, html=True, check_dir=False)),
    ]
    return OnlyLocal(Starlette(routes=routes))


class _PageFiles(StaticFiles):
    """The page's own files, asked for anew each time: modules of two versions don't fit."""

    def file_response(self, *given: Any, **named: Any) -> Response:
        """Return a file that the browser may keep but not use unasked."""
        response = super().file_response(*given, **named)
        response.headers["Cache-Control"] = "no-cache"
        return response


class PageApi:
    """The endpoints; each says who does what and hands it to the world."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def state(self, request: Request) -> Response:
        """Return everything there is."""
        group = next((chat.id for chat in self.world.chats.values() if chat.id < 0), None)
        return JSONResponse(snapshot(self.world, group), headers={"Cache-Control": "no-store"})

    async def events(self, request: Request) -> Response:
        """Return the stream of events."""
        after = request.headers.get("last-event-id") or request.query_params.get("after") or ""
        start = int(after) if after.isdigit() else self.world.journal.latest
        return StreamingResponse(
            self._stream(start),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    async def commands(self, request: Request) -> Response:
        """Return the menu that a person sees in a chat."""
        try:
            person = self._person(int(request.query_params["person"]))
            chat_id = int(request.query_params["chat"])
            chat = self.world.chats.get(chat_id) or Chat(
                chat_id, "private", self.world.journal, person=person
            )
        except (KeyError, ValueError, LookupError):
            return JSONResponse({"error": "chat and person must be known ids"}, 400)
        return JSONResponse({"commands": self.world.menu.seen_by(person, chat)})

    async def file(self, request: Request) -> Response:
        """Return a picture or document."""
        try:
            stored = self.world.files.get(request.path_params["file_id"])
        except ApiError:
            return JSONResponse({"error": "there is no such file"}, 404)
        # Only pictures are shown by the browser: a document could be a page with a script.
        headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "max-age=3600"}
        if stored.size is None:
            quoted = stored.name.encode("ascii", "replace").decode().replace('"', "'")
            headers["Content-Disposition"] = f'attachment; filename="{quoted}"'
        return Response(stored.content, media_type=stored.mime_type, headers=headers)

    async def say(self, request: Request, given: Json) -> Json:
        """Write a message, with a file perhaps."""
        person = self._person(given["person"])
        chat = self._chat(given["chat"])
        text = str(given.get("text") or "")
        reply_to = self._message(chat, given["reply_to"]) if given.get("reply_to") else None
        thread = given.get("thread") or None
        mentions = self._mentions(given)
        if given.get("as") == "anonymous_admin":
            said = self.world.say_anonymously(
                chat, text, reply_to=reply_to, mentions=mentions, thread=thread
            )
            return {"message": said.seen()}
        upload: Upload | None = given.get("upload")
        is_photo = upload is not None and _is_photo(given, upload)
        said = self.world.say(
            person,
            chat,
            text,
            reply_to=reply_to,
            mentions=mentions,
            thread=thread,
            photo=upload if is_photo else None,
            document=None if is_photo else upload,
            ephemeral=self.world.sends_ephemeral(person, chat, text),
        )
        return {"message": said.seen()}

    async def edit(self, request: Request, given: Json) -> Json:
        """Edit one's own message."""
        message = self._message(self._chat(given["chat"]), given["message"])
        edited = self.world.edit(
            self._person(given["person"]),
            message,
            str(given["text"]),
            mentions=self._mentions(given),
        )
        return {"message": edited.seen()}

    async def press(self, request: Request, given: Json) -> Json:
        """Press a button; the answer comes as an event."""
        message = self._message(self._chat(given["chat"]), given["message"])
        person = self._person(given["person"])
        return {"query_id": self.world.press_button(person, message, str(given["data"])).id}

    async def add_person(self, request: Request, given: Json) -> Json:
        """Add a person."""
        first_name = str(given["first_name"]).strip()
        if not first_name:
            raise ValueError("a person needs a first name")
        person = self.world.add_person(
            first_name,
            _username(given.get("username")),
            given.get("last_name") or None,
            given.get("language_code") or None,
        )
        return {"person": person_view(person)}

    async def change_person(self, request: Request, given: Json) -> Json:
        """Rename a person, change their username or language, block the bot."""
        world, person = self.world, self._person(request.path_params["person"])
        if "username" in given:
            world.change_username(person, _username(given["username"]))
        if "first_name" in given or "last_name" in given:
            world.rename(person, given.get("first_name"), given.get("last_name"))
        if "language_code" in given:
            world.change_language(person, given["language_code"])
        if "blocked" in given:
            world.block(person, blocked=bool(given["blocked"]))
        return {"person": person_view(person)}

    async def new_chat(self, request: Request, given: Json) -> Json:
        """Make a group, or open a private chat."""
        if "private" in given:
            return self._told(self.world.private(self._person(given["private"])))
        title = str(given["title"]).strip()
        if not title:
            raise ValueError("a group needs a title")
        creator = self._person(given["creator"])
        others = [self._person(user_id) for user_id in given.get("people", ())]
        people = [creator, *(person for person in others if person is not creator)]
        kind = given.get("type", "group")
        return self._told(
            self.world.new_group(
                title,
                people,
                kind,
                bot=bool(given.get("bot", True)),
                is_forum=bool(given.get("is_forum")),
            )
        )

    async def retitle(self, request: Request, given: Json) -> Json:
        """Rename a group."""
        chat = self._chat(request.path_params["chat"])
        title = str(given["title"]).strip()
        if not title or chat.person is not None:
            raise ValueError("a group needs a title")
        self.world.retitle(chat, title, self._person(given["by"]))
        return self._told(chat)

    async def change_member(self, request: Request, given: Json) -> Json:
        """Add, remove, promote or demote somebody."""
        world, chat = self.world, self._chat(request.path_params["chat"])
        by = self._person(given["by"])
        if "add" in given:
            world.join(self._anybody(given["add"]), chat, by=by)
        elif "remove" in given:
            world.remove(self._anybody(given["remove"]), chat, by=by)
        elif "promote" in given:
            world.promote(
                self._anybody(given["promote"]),
                chat,
                by=by,
                anonymous=bool(given.get("anonymous")),
            )
        else:
            world.demote(self._anybody(given["demote"]), chat, by=by)
        return self._told(chat)

    async def permit(self, request: Request, given: Json) -> Json:
        """Say what the bot may send."""
        chat = self._chat(request.path_params["chat"])
        self.world.permit(
            chat,
            text=given.get("text"),
            photos=given.get("photos"),
            documents=given.get("documents"),
            plain=given.get("plain"),
            stars=None if given.get("stars") is None else max(0, int(given["stars"])),
        )
        if given.get("general_closed") is not None:
            self.world.close_general(chat, closed=bool(given["general_closed"]))
        return self._told(chat)

    async def migrate(self, request: Request, given: Json) -> Json:
        """Turn a basic group into a supergroup."""
        chat = self._chat(request.path_params["chat"])
        return self._told(self.world.migrate(chat, by=self._person(given["by"])))

    async def new_topic(self, request: Request, given: Json) -> Json:
        """Open a topic in a group that has them."""
        chat = self._chat(request.path_params["chat"])
        name = str(given["name"]).strip()
        if not name:
            raise ValueError("a topic needs a name")
        topic = self.world.new_topic(chat, name, self._person(given["by"]))
        return {"topic": {"id": topic.id, "name": topic.name}}

    async def skip(self, request: Request, given: Json) -> Json:
        """Move the clock ahead."""
        clock = self.world.clock
        if not isinstance(clock, MovableClock):
            raise LookupError("this clock can't be moved")
        now = clock.now()
        spans = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
        if given["skip"] == "monday":
            clock.move(_next_monday(now) - now)
        elif given["skip"] in spans:
            clock.move(spans[given["skip"]])
        else:
            raise ValueError("skip an hour, a day, or to monday")
        self.world.journal.record("clock", {})
        return {"clock": clock_view(self.world)}

    async def launch(self, request: Request, given: Json) -> Json:
        """Open the Mini App as somebody, from a chat perhaps."""
        chat = self._chat(given["chat"]) if given.get("chat") else None
        start = str(given["start"]) if given.get("start") else None
        return {"init_data": init_data(self.world, self._person(given["person"]), chat, start)}

    async def _stream(self, number: int) -> AsyncIterator[str]:
        journal = self.world.journal
        yield "retry: 1000\n\n"
        while not journal.closed:
            events = await journal.next_after(number, KEEP_ALIVE_SECONDS)
            if events is None:
                number = journal.latest
                yield f"id: {number}\nevent: reload\ndata: {{}}\n\n"
                continue
            if not events:
                yield ": keep-alive\n\n"
            for event in events:
                number = event.number
                shown = json.dumps(event_view(self.world, event), ensure_ascii=False)
                yield f"id: {number}\nevent: {event.kind}\ndata: {shown}\n\n"

    def _told(self, chat: Chat) -> Json:
        return {"chat": chat_view(self.world, chat)}

    def _person(self, user_id: Any) -> Person:
        person = self.world.people.get(int(user_id))
        if person is None:
            raise LookupError("there is no such person")
        return person

    def _anybody(self, user_id: Any) -> Person:
        return self.world.bot if int(user_id) == self.world.bot.id else self._person(user_id)

    def _chat(self, chat_id: Any) -> Chat:
        chat = self.world.chats.get(int(chat_id))
        if chat is not None:
            return chat
        if int(chat_id) in self.world.people:
            return self.world.private(self._person(chat_id))
        raise LookupError("there is no such chat")

    @staticmethod
    def _message(chat: Chat, message_id: Any) -> Message:
        is_ephemeral = str(message_id).startswith("e")
        message = (
            chat.ephemeral.get(int(message_id[1:]))
            if is_ephemeral
            else chat.messages.get(int(message_id))
        )
        if message is None:
            raise LookupError("the message is gone")
        return message

    def _mentions(self, given: Json) -> list[Json]:
        return [
            {
                "type": "text_mention",
                "offset": int(mention["offset"]),
                "length": int(mention["length"]),
                "user": self._person(mention["person"]).user(),
            }
            for mention in given.get("mentions") or ()
        ]


def _is_photo(given: Json, upload: Upload) -> bool:
    kind = given.get("kind")
    if kind in ("photo", "document"):
        return bool(kind == "photo")
    return (upload.mime_type or "") in ("image/png", "image/jpeg", "image/webp", "image/gif")


def _username(written: Any) -> str | None:
    username = str(written or "").strip().removeprefix("@")
    if username and not all(
        char.isascii() and (char.isalnum() or char == "_") for char in username
    ):
        raise ValueError("a username has latin letters, digits and underscores only")
    return username or None


def _next_monday(now: datetime) -> datetime:
    local = now.astimezone(ZONE)
    monday = local.date() + timedelta(days=-local.weekday() % 7)
    moment = datetime.combine(monday, MONDAY_MORNING, ZONE)
    return moment if moment > local else moment + timedelta(days=7)
