"""Subsets of numbers that add up to zero: people who can settle among themselves.

A set of up to 20 numbers is written as the bits of an index, and a family of sets as one
Python integer that has the bit of each set's index: an operation on such an integer works
on all 2**20 sets at once.
"""

from __future__ import annotations

from collections.abc import Sequence

ALL_SETS = -1
"""The family of all sets."""


def most_disjoint(values: Sequence[int]) -> tuple[int, int]:
    """Find how many disjoint, not empty subsets that sum to zero there are at most.

    `values` are up to 20 numbers other than 0. Returns that number and the family of all
    sets of indices that contain as many.

    This is the dynamic programme over subsets "the most for S is the most for S without one
    element, plus one where S sums to zero", done for all sets level by level: a zero-sum set
    is of level k + 1 when it has a proper subset of level k.
    """
    count = len(values)
    lacking = [_sets_lacking(place, count) for place in range(count)]
    zero_sums = level = zero_sum_sets(values)
    best, family = 0, ALL_SETS
    while level:
        above = 0
        for place, mask in enumerate(lacking):
            above |= ((level | above) & mask) << (1 << place)
        best, family = best + 1, level | above
        level = zero_sums & above
    return best, family


def zero_sum_sets(values: Sequence[int]) -> int:
    """Return the family of all sets of indices whose values sum to zero, the empty set left out.

    The lower half's subsets are gathered by their sum; each subset of the upper half
    then has the matching ones as a run of bits of its own.
    """
    # Runs are joined as bytes, so they are at least 8 bits long.
    low = len(values) if len(values) < 6 else len(values) // 2
    matching: dict[int, int] = {}
    for index, total in enumerate(_subset_sums(values[:low])):
        matching[total] = matching.get(total, 0) | 1 << index
    width = max(1, (1 << low) // 8)
    runs = {total: family.to_bytes(width, "little") for total, family in matching.items()}
    nothing = bytes(width)
    joined = b"".join(runs.get(-total, nothing) for total in _subset_sums(values[low:]))
    return int.from_bytes(joined, "little") & ~1


def _subset_sums(values: Sequence[int]) -> list[int]:
    """Return the sums of all subsets, in the order of their indices."""
    sums = [0]
    for value in values:
        sums += [total + value for total in sums]
    return sums


def _sets_lacking(place: int, count: int) -> int:
    """Return the family of all sets of up to `count` elements that lack the one at `place`."""
    length = 1 << place
    family = (1 << length) - 1
    for doubling in range(place + 1, count):
        family |= family << (1 << doubling)
    return family
