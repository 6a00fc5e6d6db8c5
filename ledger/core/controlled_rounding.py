"""Controlled rounding: a table of proportions in whole units that still adds up both ways."""

from __future__ import annotations

from collections.abc import Sequence

_Cell = tuple[int, int]


def controlled_rounding(rows: Sequence[int], columns: Sequence[int]) -> list[list[int]]:
    """Round the table `rows[i] * columns[j] / total` so that rows and columns keep their sums.

    Every cell becomes the whole number below or above its exact value, or that value where
    it is whole already. `rows` and `columns` are positive and have the same total. The
    result depends only on the arguments.

    Such a rounding exists for every two-way table (Bacharach, "Matrix rounding problems",
    Management Science 12, 1966); it is found as in Cox, "A constructive procedure for
    unbiased controlled rounding", JASA 82, 1987: a row or column that has one broken cell has
    another, since its sum is whole, so broken cells lie on cycles; moving amounts around a
    cycle, alternately up and down, keeps all sums and mends at least one cell. Where Cox
    draws lots between the two directions, the shorter way is taken here.
    """
    total = sum(rows)
    assert total == sum(columns), (rows, columns)
    table = [[row * column // total for column in columns] for row in rows]
    # What each broken cell has above its floor, in units of 1/total, by row; and who is
    # broken in each column. Dicts serve as ordered sets, so the walk is always the same.
    by_row: list[dict[int, int]] = [
        {j: over for j, column in enumerate(columns) if (over := row * column % total)}
        for row in rows
    ]
    by_column: list[dict[int, None]] = [
        {i: None for i, row in enumerate(by_row) if j in row} for j in range(len(columns))
    ]
    for start, row in enumerate(by_row):
        while row:
            raised, lowered = _cycle(by_row, by_column, start)
            up = min(
                min(total - by_row[i][j] for i, j in raised), min(by_row[i][j] for i, j in lowered)
            )
            down = min(
                min(by_row[i][j] for i, j in raised), min(total - by_row[i][j] for i, j in lowered)
            )
            step = up if up <= down else -down
            for cells, by in ((raised, step), (lowered, -step)):
                for i, j in cells:
                    by_row[i][j] += by
                    if by_row[i][j] in (0, total):
                        table[i][j] += by_row[i].pop(j) // total
                        del by_column[j][i]
    assert [sum(row) for row in table] == list(rows)
    assert [sum(column) for column in zip(*table, strict=True)] == list(columns)
    return table


def _cycle(
    by_row: Sequence[dict[int, int]], by_column: Sequence[dict[int, None]], start: int
) -> tuple[list[_Cell], list[_Cell]]:
    """Walk broken cells along rows and columns in turn until a cycle closes.

    Returns the cells entered along rows and those entered along columns; each row and
    column of the cycle has one of both.
    """
    along_rows: list[_Cell] = []
    along_columns: list[_Cell] = []
    rows_met: dict[int, int] = {}
    columns_met: dict[int, int] = {}
    row, column = start, -1
    while row not in rows_met:
        rows_met[row] = len(along_rows)
        column = _other(by_row[row], column)
        along_rows.append((row, column))
        if column in columns_met:
            # The cycle closed at a column: its first cell was entered along that column.
            first = columns_met[column]
            return along_rows[first + 1 :], along_columns[first:]
        columns_met[column] = len(along_columns)
        row = _other(by_column[column], row)
        along_columns.append((row, column))
    first = rows_met[row]
    return along_rows[first:], along_columns[first:]


def _other(places: dict[int, int] | dict[int, None], here: int) -> int:
    """Return the first place that is not `here`; there is one wherever sums are whole."""
    return next(place for place in places if place != here)
