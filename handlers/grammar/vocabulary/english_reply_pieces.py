"""English: the pieces of replies to a receipt that recur in many: `it was`, `should be`."""

from __future__ import annotations

from typing import Final

IT: Final = "(it|this|that|this one|that one|this time|the bill|the tab|dinner|lunch)"
IS: Final = "(is|was|are|were|am)"
IT_WAS: Final = "(it was|its|it is|this was|this is|that was|thats|that is|was)"
SHOULD: Final = (
    "(should|shd|shud|needs to|need to|has to|have to|must|ought to|is supposed to|"
    "was supposed to|were supposed to|supposed to|was meant to|is meant to|meant to|shouldve)"
)
SAID: Final = f"({IT_WAS}|({IT} |){SHOULD} (be|have been|been)|make it|make this)"
HAVING: Final = "(had|ate|drank|ordered|took|got|has|have|used)"
REALLY: Final = "(actually |really |only |just |in fact |in total |more like |)"
