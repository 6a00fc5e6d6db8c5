"""What a call wants to show: formatted text, buttons, files."""

from __future__ import annotations

from bot.playground import entities
from bot.playground.api_versions import (
    BUTTON_KINDS,
    FORCE_REPLY_BESIDE_BUTTONS,
    STYLES,
    Version,
)
from bot.playground.files import StoredFile
from bot.playground.markup import parse_html
from bot.playground.people import Chat
from bot.playground.rich_text import rich_content
from bot.playground.talk import MOST_CAPTION, MOST_TEXT
from bot.playground.wire import ApiError, Call, Json, bad_request, utf16_length
from bot.playground.world import World

MOST_CALLBACK_BYTES = 64
MOST_BUTTONS = 100
MOST_COPIED = 256
_ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)
_STYLES = {"primary", "success", "danger"}


def text_content(world: World, call: Call, too_long: str = "message is too long") -> Json:
    """Return `text` and `entities` of a call. Raises `ApiError`."""
    if not call.has("text"):
        raise bad_request("message text is empty")
    text, found = formatted(world, call.text("text"), call.text("parse_mode"), call, "entities")
    if not text:
        raise bad_request("text must be non-empty")
    if utf16_length(text) > MOST_TEXT:
        raise bad_request(too_long)
    return {"text": text, "entities": found} if found else {"text": text}


def caption_content(world: World, source: Call) -> Json:
    """Return `caption` and `caption_entities` of a call, empty without one. Raises `ApiError`."""
    text, found = formatted(
        world, source.text("caption"), source.text("parse_mode"), source, "caption_entities"
    )
    if utf16_length(text) > MOST_CAPTION:
        raise bad_request("message caption is too long")
    content: Json = {}
    if text:
        content["caption"] = text
    if found:
        content["caption_entities"] = found
    return content


def formatted(
    world: World, source: str, parse_mode: str, call: Call, given_name: str
) -> tuple[str, list[Json]]:
    """Return plain text and all its entities, Telegram's own included. Raises `ApiError`."""
    source = source.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    mode = parse_mode.lower()
    if mode == "html":
        text, given = parse_html(source)
        given = [entity for entity in given if _knows_person(world, entity)]
    elif mode in ("", "none"):
        text, given = source, list(call.value(given_name) or [])
    else:
        raise bad_request("unsupported parse_mode")
    text, given = entities.trimmed(text, given)
    return text, entities.merged(given, entities.find(text, given))


def reply_markup(world: World, call: Call, *, inline_only: bool = False) -> Json | None:
    """Return a call's reply_markup, None without one. Raises `ApiError`.

    Telegram reads it before it looks for the chat.
    """
    markup = call.mapping("reply_markup")
    if not markup:
        return None
    if "inline_keyboard" in markup:
        keyboard = _inline_keyboard(markup["inline_keyboard"], world.bot_api)
        beside = markup.get("force_reply") and world.bot_api >= FORCE_REPLY_BESIDE_BUTTONS
        return {**keyboard, "force_reply": True} if keyboard and beside else keyboard
    if inline_only:
        raise bad_request("inline keyboard expected")
    if not {"force_reply", "keyboard", "remove_keyboard"}.intersection(markup):
        raise bad_request("object expected as reply markup")
    if len(markup.get("input_field_placeholder") or "") > 64:
        raise bad_request("PLACEHOLDER_INVALID")
    return markup


def rich_message(world: World, call: Call) -> Json:
    """Return `rich_message` of a call, its pictures kept. Raises `ApiError`."""

    def stored(photo: Json) -> list[Json]:
        described = Call(call.method, {"photo": photo["media"]}, call.uploads)
        sizes: list[Json] = file_of(world, described, "photo", picture=True).photo()
        return sizes

    return rich_content(call, world.bot_api, stored)


def file_of(world: World, call: Call, name: str, *, picture: bool) -> StoredFile:
    """Return the file a call sends: uploaded, attached, or known by its id."""
    source = call.text(name)
    upload = call.uploads.get(source.removeprefix("attach://") if source else name)
    if upload is None and not source:
        raise bad_request(f"there is no {name} in the request")
    if upload is not None:
        return world.files.add_photo(upload) if picture else world.files.add_document(upload)
    stored = world.files.get(source)
    if picture and stored.size is None:
        raise bad_request("type of file mismatch")
    return stored


def check_buttons(chat: Chat, markup: Json | None) -> None:
    """Raise `ApiError` for buttons that a chat of this kind can't have."""
    buttons = [button for row in (markup or {}).get("inline_keyboard", ()) for button in row]
    if chat.type != "private" and any("web_app" in button for button in buttons):
        raise bad_request("BUTTON_TYPE_INVALID")


def _inline_keyboard(rows: object, version: Version) -> Json | None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse inline keyboard: expected an Array of Arrays")
    kept = [[_button(button, version) for button in row] for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": kept} if kept else None


def _button(button: object, version: Version) -> Json:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise _unreadable('Field "text" must be of type String')
    if not button["text"].strip():
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    newer = [kind for kind, since in BUTTON_KINDS.items() if version >= since]
    if not any(action in button for action in (*_ACTIONS, *newer)):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    _check_action(button, newer)
    passed_over = {kind for kind in BUTTON_KINDS if kind not in newer}
    if version < STYLES:
        passed_over.add("style")
    elif button.get("style") not in (None, "", *_STYLES):
        raise _unreadable("Invalid button style specified")
    return {name: value for name, value in button.items() if name not in passed_over}


def _check_action(button: Json, newer: list[str]) -> None:
    """Raise `ApiError` for what a button does where it can't be done."""
    if "callback_data" in button:
        size = len(str(button["callback_data"]).encode())
        if not 1 <= size <= MOST_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and "://" not in button["url"] and "." not in button["url"]:
        raise bad_request(
            f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
        )
    if "copy_text" in button and "copy_text" in newer:
        copied = (button["copy_text"] or {}).get("text")
        if not isinstance(copied, str) or not 1 <= utf16_length(copied) <= MOST_COPIED:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _unreadable(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _knows_person(world: World, entity: Json) -> bool:
    """Fill in the person a link names; Telegram drops links to people it doesn't know."""
    if entity["type"] != "text_mention":
        return True
    person = world.people.get(entity["user"]["id"])
    if person is not None:
        entity["user"] = person.user()
    return person is not None
