"""Split terms: what was said of who shares an expense and who paid, by member.

The book keeps these and computes the shares from them, never the other way round: an edit
changes the terms and computes again, so that changing something and changing it back is
nothing. A payment's terms are its two parties.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ledger.core.errors import Code, LedgerError
from ledger.core.exchange_rate import Rate
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money, exponent
from ledger.core.shares import EQUAL_PART, Part, PartKind, Share
from ledger.core.splitting import divide, paid_by

Named = tuple[tuple[MemberId, Part], ...]
Payers = tuple[tuple[MemberId, int | None], ...]
Weights = tuple[tuple[MemberId, int], ...]


@dataclass(frozen=True, slots=True)
class SplitTerms:
    """Who shares in which way and who paid what, in the order said.

    `named` are those named, each with their part, `left_out` those with a minus, and
    `payers` what each paid in minor units, None for the rest; `everyone` whether `all` was
    said, or nobody was named. `sharers` are all who take part, by id, as it was resolved when
    it was said: whoever is not named among them shares equally. `rotation` is the number that
    the entry was recorded with, which decides who gets leftover units. `inferred` tells that an
    earlier version kept only the shares: these terms may then miss their last unit. `refund`
    turns it all round: the `payers` got the money back, and each who shares is owed a part.
    `weights` are the default shares of then, in ten-thousandths, of all who had another than one.
    """

    payers: Payers
    sharers: tuple[MemberId, ...]
    named: Named = ()
    left_out: tuple[MemberId, ...] = ()
    everyone: bool = False
    rotation: int = 0
    inferred: bool = False
    refund: bool = False
    weights: Weights = ()

    @property
    def parts(self) -> dict[MemberId, Part]:
        """The part of everybody who shares, by id: as said, else by their default share."""
        named, weights = dict(self.named), dict(self.weights)
        parts = {member: named.get(member, EQUAL_PART) for member in self.sharers}
        return {
            member: Part(PartKind.SHARES, weights[member])
            if part == EQUAL_PART and member in weights
            else part
            for member, part in parts.items()
        }

    @property
    def people(self) -> tuple[MemberId, ...]:
        """Everybody whom it can't do without: those who pay, and those named."""
        return tuple(dict.fromkeys(member for member, _ in (*self.payers, *self.named)))

    def shares(self, amount: Money) -> tuple[Share, ...]:
        """Return what each paid and owes of an amount, by id.

        Raises what `splitting.divide` and `splitting.paid_by` raise.
        """
        parts = self.parts
        owed = divide(amount.minor, parts, self.rotation, amount.currency)
        paid = paid_by(amount.minor, dict(self.payers), amount.currency)
        shares = tuple(
            Share(member, paid.get(member, 0), owed.get(member, 0), parts.get(member))
            for member in sorted({*owed, *paid})
        )
        return turned_round(shares) if self.refund else shares

    def means(self, other: SplitTerms) -> bool:
        """Tell whether both give everybody the same, whatever the amount."""
        return (self.parts, dict(self.payers), self.refund) == (
            other.parts,
            dict(other.payers),
            other.refund,
        )

    def says(self, other: SplitTerms, merged: Mapping[MemberId, MemberId]) -> bool:
        """Tell whether both were said alike, in any order, also after members were merged."""
        return self._said(merged) == other._said(merged)

    def _said(self, merged: Mapping[MemberId, MemberId]) -> tuple[object, ...]:
        return (
            sorted((merged.get(id_, id_), part.kind, part.value) for id_, part in self.named),
            sorted(merged.get(id_, id_) for id_ in self.left_out),
            sorted((merged.get(id_, id_), minor is None, minor or 0) for id_, minor in self.payers),
            self.everyone,
            self.refund,
        )

    # Amending

    def shared_by(
        self, named: Named, left_out: Iterable[MemberId], *, everyone: Collection[MemberId] = ()
    ) -> SplitTerms:
        """Let those named share, and the payers; everybody of `everyone` where there are some.

        Whoever was left out before stays so, unless named now.
        """
        kept = (id_ for id_ in self.left_out if id_ not in dict(named) and not everyone)
        out = tuple(dict.fromkeys([*kept, *left_out]))
        again = said(named, out, self.payers, everyone=everyone)
        return replace(
            again,
            rotation=self.rotation,
            inferred=self.inferred,
            refund=self.refund,
            weights=self.weights,
        )

    def without(self, members: Collection[MemberId]) -> SplitTerms:
        """Leave some out who shared; the others share as they did."""
        return replace(
            self,
            named=tuple(one for one in self.named if one[0] not in members),
            left_out=tuple(dict.fromkeys([*self.left_out, *members])),
            sharers=tuple(id_ for id_ in self.sharers if id_ not in members),
        )

    def joined_by(self, added: Named) -> SplitTerms:
        """Let some share as well, with the parts that they have; the others share as they did."""
        parts = dict(added)
        said_anew = {id_: part for id_, part in added if part != EQUAL_PART}
        if not said_anew and {*parts} <= {*self.sharers}:
            return self  # They share already, with what they have.
        return replace(
            self,
            named=(*(one for one in self.named if one[0] not in said_anew), *said_anew.items()),
            left_out=tuple(id_ for id_ in self.left_out if id_ not in parts),
            sharers=tuple(sorted({*self.sharers, *parts})),
        )

    def paid_by(self, payers: Payers) -> SplitTerms:
        """Let others have paid; nobody shares more or less for that."""
        return replace(self, payers=payers)

    def toggled(self, member: MemberId) -> SplitTerms:
        """Put somebody in, as an equal, or out; what was said stays as it was said."""
        return replace(self, sharers=tuple(sorted({*self.sharers} ^ {member})))

    def in_currency(self, before: Currency, after: Currency) -> SplitTerms:
        """Let the same numbers be in another currency: 4.50 EUR becomes 4.50 USD.

        Raises BAD_PART(amount, reason="currency") where the other has fewer decimals.
        """

        def moved(minor: int) -> int:
            return in_currency(Money(minor, before), after).minor

        return replace(
            self,
            named=tuple(
                (id_, replace(part, value=moved(part.value)) if _is_money(part) else part)
                for id_, part in self.named
            ),
            payers=tuple(
                (id_, None if minor is None else moved(minor)) for id_, minor in self.payers
            ),
        )

    def converted(self, rate: Rate) -> SplitTerms:
        """Let the numbers be what they are worth in another currency, none lost by rounding."""
        money = [(id_, part.value) for id_, part in self.named if _is_money(part)]
        paid = [(id_, minor) for id_, minor in self.payers if minor is not None]
        of_parts = dict(_each_converted(rate, money))
        of_payers = dict(_each_converted(rate, paid))
        return replace(
            self,
            named=tuple(
                (id_, replace(part, value=of_parts[id_]) if id_ in of_parts else part)
                for id_, part in self.named
            ),
            payers=tuple((id_, of_payers.get(id_)) for id_, _ in self.payers),
        )

    @property
    def part_numbers(self) -> tuple[int, ...]:
        """The minor units that parts were written with."""
        return tuple(part.value for part in self.parts.values() if _is_money(part))

    @property
    def paid_numbers(self) -> tuple[int, ...]:
        """The minor units that payments were written with."""
        return tuple(minor for _, minor in self.payers if minor is not None)

    # Saying

    def spoken(self, everyone: Iterable[MemberId]) -> SplitTerms:
        """Return terms that mean the same and that a line can say where `everyone` is `all`.

        They are as they were said where that still gives the same sharers, else everybody is
        named.
        """
        again = said(
            self.named, self.left_out, self.payers, everyone=everyone if self.everyone else ()
        )
        if again.sharers == self.sharers and (self.named or self.everyone):
            return self
        parts, paying = self.parts, dict(self.payers)
        order = [id_ for id_, _ in self.named if id_ in parts]
        order += [id_ for id_ in parts if id_ not in order]
        shown = [id_ for id_ in order if id_ not in paying or parts[id_] != EQUAL_PART] or order
        return replace(
            self,
            named=tuple((id_, parts[id_]) for id_ in shown),
            left_out=tuple(id_ for id_ in paying if id_ not in parts),
            everyone=False,
        )


def turned_round(shares: Iterable[Share]) -> tuple[Share, ...]:
    """Return shares with what was paid owed, and the other way round: a refund's, or back."""
    return tuple(
        replace(share, paid_minor=share.owed_minor, owed_minor=share.paid_minor) for share in shares
    )


def said(
    named: Named,
    left_out: tuple[MemberId, ...],
    payers: Payers,
    *,
    everyone: Iterable[MemberId] = (),
) -> SplitTerms:
    """Return what a line says; `everyone` are all who are there, where they share.

    Somebody named, and not `all`: those named and the payers share. Those left out do not,
    payers too.
    """
    there = tuple(everyone)
    taking_part = {*(there or (member for member, _ in payers)), *(member for member, _ in named)}
    return SplitTerms(
        payers=payers,
        sharers=tuple(sorted(taking_part.difference(left_out))),
        named=named,
        left_out=left_out,
        everyone=bool(there),
    )


def handed_over(payer: MemberId, payee: MemberId) -> SplitTerms:
    """Return the terms of a payment: one paid all of it, and the other owes all of it."""
    return SplitTerms(payers=((payer, None),), sharers=(payee,), named=((payee, EQUAL_PART),))


def inferred(shares: Iterable[Share], rotation: int = 0) -> SplitTerms:
    """Return the best that shares alone tell of the terms."""
    known = tuple(shares)
    parts = {s.member: s.part or EQUAL_PART for s in known if s.part or s.owed_minor}
    paid = {s.member: s.paid_minor for s in known if s.paid_minor}
    payers: Payers = (
        tuple((id_, None) for id_ in paid) if len(paid) == 1 else tuple(sorted(paid.items()))
    )
    shown = [id_ for id_, part in parts.items() if id_ not in paid or part != EQUAL_PART]
    return SplitTerms(
        payers=payers,
        sharers=tuple(sorted(parts)),
        named=tuple((id_, parts[id_]) for id_ in shown or parts),
        left_out=tuple(sorted(paid.keys() - parts.keys())),
        rotation=rotation,
        inferred=True,
    )


def in_currency(amount: Money, after: Currency) -> Money:
    """Return the same number in another currency.

    Raises BAD_PART(amount, reason="currency") where the other has fewer decimals than it needs.
    """
    scale = exponent(after) - exponent(amount.currency)
    if scale >= 0:
        return Money(amount.minor * 10**scale, after)
    minor, rest = divmod(amount.minor, 10**-scale)
    if rest:
        raise LedgerError(Code.BAD_PART, amount=amount, reason="currency")
    return Money(minor, after)


def _each_converted(
    rate: Rate, numbers: Sequence[tuple[MemberId, int]]
) -> Iterable[tuple[MemberId, int]]:
    turned = rate.each_converted([minor for _, minor in numbers])
    return zip((id_ for id_, _ in numbers), turned, strict=True)


def exactly(shares: Iterable[Share], terms: SplitTerms) -> SplitTerms:
    """Return terms that give everybody just what their shares say, whatever was said before."""
    told = tuple(turned_round(shares) if terms.refund else shares)
    return replace(
        terms,
        payers=tuple((one.member, one.paid_minor) for one in told if one.paid_minor),
        sharers=tuple(one.member for one in told if one.owed_minor),
        named=tuple(
            (one.member, Part(PartKind.EXACT, one.owed_minor)) for one in told if one.owed_minor
        ),
        everyone=False,
    )


def _is_money(part: Part) -> bool:
    return part.kind in (PartKind.EXACT, PartKind.ADJUST)
