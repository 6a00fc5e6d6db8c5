"""Sets of people and default shares: what there is, and what was just said."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import Names
from bot.views.pages import text
from bot.views.reply import Reply
from ledger.core.member_sets import MemberSet
from ledger.core.members import ONE_SHARE, Member, Roster


def sets(say: Language, known: Sequence[MemberSet], roster: Roster) -> Reply:
    """Return all sets with their people."""
    if not known:
        return Reply(
            say(
                "One name for several people, as for a flat: "
                "<code>/set flat2 @bob @chen</code>. Then write @flat2."
            )
        )
    names = Names(roster)
    return Reply(text(say("<b>Sets</b>"), *(_line(say, one, names) for one in known)))


def set_made(say: Language, made: MemberSet, roster: Roster) -> Reply:
    """Return the answer to a new set."""
    return Reply(
        text(
            _line(say, made, Names(roster)),
            say("<code>/set {name} off</code> takes it away.", name=made.name),
        )
    )


def set_ended(say: Language, name: str) -> Reply:
    """Return the answer to a set that was taken away."""
    return Reply(say("@{name} means nobody now. What is recorded stays as it was.", name=name))


def _line(say: Language, one: MemberSet, names: Names) -> Markup:
    return say(
        "<b>@{name}</b>: {people}",
        name=one.name,
        people=say.list([names[member] for member in one.members]),
    )


def weights(say: Language, known: Sequence[Member], roster: Roster) -> Reply:
    """Return whose default share is another than one."""
    if not known:
        return Reply(
            say(
                "Everybody counts once. A couple counts twice with <code>/weight @bob 2</code>, "
                "a child half with 0.5."
            )
        )
    names = Names(roster)
    return Reply(
        text(
            say("<b>Shares</b>"),
            *(say("{name}  x{weight}", name=names[one.id], weight=_weight(one)) for one in known),
            say("All others count once."),
        )
    )


def weight_set(say: Language, member: Member, roster: Roster) -> Reply:
    """Return the answer to a new default share."""
    return Reply(
        say(
            "{name} counts x{weight} from now on, wherever nothing else is said. "
            "What is recorded stays as it was.",
            name=Names(roster)[member.id],
            weight=_weight(member),
        )
    )


def _weight(member: Member) -> str:
    return f"{member.weight / ONE_SHARE:g}"
