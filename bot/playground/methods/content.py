"""What a call wants to show: formatted text, buttons, files."""

from __future__ import annotations

from bot.playground import entities
from bot.playground.files import StoredFile
from bot.playground.markup import parse_html
from bot.playground.people import Chat
from bot.playground.talk import MOST_CAPTION, MOST_TEXT
from bot.playground.wire import ApiError, Call, Json, bad_request, utf16_length
from bot.playground.world import World

MOST_CALLBACK_BYTES = 64
MOST_BUTTONS = 100
_ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


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


def reply_markup(chat: Chat, call: Call, *, inline_only: bool = False) -> Json | None:
    """Return a call's reply_markup, None without one. Raises `ApiError`."""
    markup = call.mapping("reply_markup")
    if not markup:
        return None
    if "inline_keyboard" in markup:
        return _inline_keyboard(chat, markup["inline_keyboard"])
    if inline_only:
        raise bad_request("inline keyboard expected")
    if not {"force_reply", "keyboard", "remove_keyboard"}.intersection(markup):
        raise bad_request("object expected as reply markup")
    if len(markup.get("input_field_placeholder") or "") > 64:
        raise bad_request("PLACEHOLDER_INVALID")
    return markup


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


def _inline_keyboard(chat: Chat, rows: object) -> Json | None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse inline keyboard: expected an Array of Arrays")
    kept = [[_button(chat, button) for button in row] for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": kept} if kept else None


def _button(chat: Chat, button: object) -> Json:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise _unreadable('Field "text" must be of type String')
    if not button["text"].strip():
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if not any(action in button for action in _ACTIONS):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button:
        size = len(str(button["callback_data"]).encode())
        if not 1 <= size <= MOST_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and "://" not in button["url"] and "." not in button["url"]:
        raise bad_request(
            f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
        )
    if "web_app" in button and chat.type != "private":
        raise bad_request("BUTTON_TYPE_INVALID")
    return button


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
