"""Statements of every command, made ready once for each kind of database.

SQLAlchemy makes a context, a result and the values anew for each execution, which takes longer
than the database does: over SQLite 25 µs for each of a dozen statements a command, over
PostgreSQL 80. Here a statement is compiled by it once, with what its types make of values and
of columns, and is given to the driver itself.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection, Dialect, SelectBase
from sqlalchemy.sql.compiler import SQLCompiler

from ledger.storage import driver_errors

Values: TypeAlias = Mapping[str, Any]
_Process: TypeAlias = Callable[[Any], Any]

_CURSOR = "prepared"


@dataclass(frozen=True, slots=True)
class _Value:
    """One value that a statement is given: by its name, or the same each time."""

    name: str
    process: _Process | None
    fixed: Any = None
    is_fixed: bool = False

    def of(self, values: Values) -> Any:
        if self.is_fixed:
            return self.fixed
        value = values[self.name]
        return value if self.process is None else self.process(value)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A statement as a kind of database's driver takes it."""

    sql: str
    values: tuple[_Value, ...]
    by_place: bool
    row: Callable[[Sequence[Any]], Any]
    columns: tuple[tuple[int, _Process], ...]
    """The places of columns whose values are not the driver's own, with what makes them."""

    def given(self, values: Values) -> Any:
        """Return the values as the driver takes them."""
        if self.by_place:
            return tuple([one.of(values) for one in self.values])
        return {one.name: one.of(values) for one in self.values}

    def rows(self, found: Sequence[Sequence[Any]]) -> list[Any]:
        """Return rows by the names of their columns."""
        if not self.columns:
            return [self.row(row) for row in found]
        rows = []
        for raw in found:
            row = list(raw)
            for place, process in self.columns:
                row[place] = process(row[place])
            rows.append(self.row(row))
        return rows


class Prepared:
    """One statement, which always has the same columns.

    It is a SELECT, or an INSERT or UPDATE whose `columns` are given, with no list of values of
    any length in it and no default that SQLAlchemy would fill in. Raises SQLAlchemy's errors as
    `Connection.execute` does; whoever listens to statements there is told of these as well.
    """

    def __init__(self, statement: Any, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._ready: dict[str, _Ready] = {}

    def all(self, connection: Connection, values: Values) -> list[Any]:
        """Return the rows that it finds, with their columns by name and by place."""
        ready = self._for(connection.dialect)
        return ready.rows(self._run(connection, ready, ready.given(values), _found))

    def first(self, connection: Connection, values: Values) -> Any | None:
        """Return the first row that it finds, None where there is none."""
        rows = self.all(connection, values)
        return rows[0] if rows else None

    def write(self, connection: Connection, values: Values) -> None:
        """Write one row, or change some."""
        ready = self._for(connection.dialect)
        self._run(connection, ready, ready.given(values), _written)

    def add(self, connection: Connection, values: Values) -> int:
        """Write one row over SQLite; return the number that it was given."""
        ready = self._for(connection.dialect)
        number: int = self._run(connection, ready, ready.given(values), _number)
        return number

    def write_each(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Write several rows, one after the other."""
        ready = self._for(connection.dialect)
        self._run(connection, ready, [ready.given(row) for row in rows], _written, many=True)

    def _run(
        self,
        connection: Connection,
        ready: _Ready,
        given: Any,
        then: Callable[[Any], Any],
        *,
        many: bool = False,
    ) -> Any:
        """Have the driver execute it; return what is `then` taken from its cursor."""
        cursor = _cursor(connection)
        for listener in connection.engine.dispatch.before_cursor_execute:
            listener(connection, cursor, ready.sql, given, None, many)
        execute = cursor.executemany if many else cursor.execute
        try:
            execute(ready.sql, given)
            return then(cursor)
        except connection.dialect.loaded_dbapi.Error as error:
            raise driver_errors.told(connection, error, ready.sql) from error

    def _for(self, dialect: Dialect) -> _Ready:
        ready = self._ready.get(dialect.name)
        if ready is None:
            ready = self._ready[dialect.name] = self._made_ready(dialect)
        return ready

    def _made_ready(self, dialect: Dialect) -> _Ready:
        compiled = self._statement.compile(dialect=dialect, column_keys=self._columns)
        assert isinstance(compiled, SQLCompiler)
        assert not compiled.post_compile_params, compiled.string
        assert not compiled.insert_prefetch, compiled.string
        assert not compiled.update_prefetch, compiled.string
        names = compiled.positiontup if compiled.positional else list(compiled.binds)
        assert names is not None
        row, columns = _read_row(self._statement, dialect)
        values = tuple(_values(compiled, names, dialect))
        return _Ready(compiled.string, values, compiled.positional, row, columns)


def _found(cursor: Any) -> Any:
    return cursor.fetchall()


def _written(_cursor: Any) -> None:
    """Take nothing."""


def _number(cursor: Any) -> Any:
    return cursor.lastrowid


def _values(compiled: SQLCompiler, names: Sequence[str], dialect: Dialect) -> Iterator[_Value]:
    """Yield what a statement is given, in its order."""
    for name in names:
        bind = compiled.binds[name]
        process = bind.type.dialect_impl(dialect).bind_processor(dialect)
        if bind.required:
            yield _Value(name, process)
        else:
            fixed = bind.effective_value
            yield _Value(name, None, fixed if process is None else process(fixed), is_fixed=True)


def _read_row(
    statement: Any, dialect: Dialect
) -> tuple[Callable[[Sequence[Any]], Any], tuple[tuple[int, _Process], ...]]:
    if not isinstance(statement, SelectBase):
        return tuple, ()
    selected: Any = statement.selected_columns
    names = [column.key for column in selected]
    named: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # known only here
    types = [column.type.dialect_impl(dialect) for column in selected]
    made = [one.result_processor(dialect, None) for one in types]
    return named._make, tuple((place, one) for place, one in enumerate(made) if one is not None)


def _cursor(connection: Connection) -> Any:
    """Return the driver's cursor that is kept for the connection as long as it lasts."""
    kept = connection.info
    cursor = kept.get(_CURSOR)
    if cursor is None:
        driver: Any = connection.connection.driver_connection
        cursor = kept[_CURSOR] = driver.cursor()
    return cursor
