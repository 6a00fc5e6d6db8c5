"""Methods about the bot itself: who it is, what it says of itself, its commands."""

from __future__ import annotations

from bot.playground.api_versions import GETME_FIELDS
from bot.playground.wire import Call, Json, bad_request
from bot.playground.world import World


def get_me(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#getme."""
    return {
        **world.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        **{name: False for name, since in GETME_FIELDS.items() if world.bot_api >= since},
    }


def get_my_name(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#getmyname."""
    return {"name": _told(world.about.name, call) or world.bot.first_name}


def set_my_name(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#setmyname; 64 characters."""
    return _tell(world, world.about.name, call, "name", 64)


def get_my_description(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#getmydescription."""
    return {"description": _told(world.about.description, call)}


def set_my_description(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#setmydescription; 512 characters."""
    return _tell(world, world.about.description, call, "description", 512)


def get_my_short_description(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#getmyshortdescription."""
    return {"short_description": _told(world.about.short_description, call)}


def set_my_short_description(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#setmyshortdescription; 120 characters."""
    return _tell(world, world.about.short_description, call, "short_description", 120)


def get_my_commands(world: World, call: Call) -> list[Json]:
    """https://core.telegram.org/bots/api#getmycommands."""
    return world.menu.get(call.mapping("scope"), call.text("language_code"))


def set_my_commands(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#setmycommands."""
    scope = _known_scope(world, call)
    language, commands = call.text("language_code"), call.value("commands")
    world.menu.set(scope, language, commands, world.bot_api)
    world.journal.record("commands", {})
    return True


def delete_my_commands(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#deletemycommands."""
    world.menu.delete(_known_scope(world, call), call.text("language_code"))
    world.journal.record("commands", {})
    return True


def get_chat_menu_button(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#getchatmenubutton; all private chats have the same."""
    return world.menu.button


def set_chat_menu_button(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#setchatmenubutton; for all private chats at once."""
    if call.text("chat_id"):
        raise bad_request("the playground has one menu button for all chats")
    button = call.mapping("menu_button") or {"type": "default"}
    is_app = button.get("type") == "web_app"
    opened = (button.get("web_app") or {}).get("url") if is_app else "://"
    if button.get("type") not in {"default", "commands", "web_app"} or "://" not in str(opened):
        raise bad_request("MENU_BUTTON_INVALID")
    if is_app and not button.get("text"):
        raise bad_request("MENU_BUTTON_TEXT_INVALID")
    world.menu.button = button
    world.journal.record("bot", {})
    return True


def _known_scope(world: World, call: Call) -> Json:
    scope = call.mapping("scope")
    if "chat_id" in scope and int(scope["chat_id"]) not in world.chats:
        raise bad_request("chat not found")
    return scope


def _told(texts: dict[str, str], call: Call) -> str:
    return texts.get(call.text("language_code")) or texts.get("", "")


def _tell(world: World, texts: dict[str, str], call: Call, name: str, most: int) -> bool:
    text = call.text(name)
    if len(text) > most:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    texts[call.text("language_code")] = text
    world.journal.record("bot", {})
    return True
