"""The codec of split terms: how books, schedules and our own files keep what was said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from ledger.core.members import MemberId
from ledger.core.shares import Part, PartKind
from ledger.core.split_terms import SplitTerms, said

_VERSION: Final = 1


def written(terms: SplitTerms) -> str:
    """Write terms down; `read` reads them."""
    return json.dumps(as_json(terms), separators=(",", ":"))


def read(text: str) -> SplitTerms:
    """Read what `written` wrote."""
    return from_json(json.loads(text))


def as_json(terms: SplitTerms) -> dict[str, Any]:
    """Return what `from_json` reads: plain lists and numbers, with a version."""
    return {
        "v": _VERSION,
        "named": [[who, part.kind, part.value] for who, part in terms.named],
        "left_out": list(terms.left_out),
        "payers": [list(payer) for payer in terms.payers],
        "everyone": terms.everyone,
        "sharers": list(terms.sharers),
        "rotation": terms.rotation,
        **({"inferred": True} if terms.inferred else {}),
        **({"refund": True} if terms.refund else {}),
        **({"weights": [list(one) for one in terms.weights]} if terms.weights else {}),
    }


def from_json(found: Mapping[str, Any]) -> SplitTerms:
    """Read what `as_json` returned; an older version named no sharers and no `v`."""
    named = tuple((MemberId(who), Part(PartKind(kind), n)) for who, kind, n in found["named"])
    payers = tuple((MemberId(who), minor) for who, minor in found["payers"])
    left_out = tuple(MemberId(who) for who in found["left_out"])
    everyone = found["everyone"] or (not named and "v" not in found)
    if "v" not in found:
        return replace(said(named, left_out, payers), everyone=everyone, inferred=True)
    assert found["v"] == _VERSION, found["v"]
    return SplitTerms(
        payers=payers,
        sharers=tuple(MemberId(who) for who in found["sharers"]),
        named=named,
        left_out=left_out,
        everyone=everyone,
        rotation=found["rotation"],
        inferred=found.get("inferred", False),
        refund=found.get("refund", False),
        weights=tuple((MemberId(who), n) for who, n in found.get("weights", ())),
    )
