"""Tables declared as classes, as SQLAlchemy's ORM has them, without the ORM.

Nobody maps objects here: the classes only name columns, with their types for whoever checks
the code, which reads them as the ORM's. Loading the ORM and having it look through the classes
would take a tenth of every start and 9 MiB of the process.
"""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, Union, get_args, get_origin
from typing import get_type_hints as hints_of

from sqlalchemy import Column, MetaData, Table

__all__ = ["Declared", "Mapped", "mapped_column"]

T = TypeVar("T")

if TYPE_CHECKING:
    from sqlalchemy.orm import DeclarativeBase as Declared  # noqa: TID251  # for checkers
    from sqlalchemy.orm import Mapped, mapped_column  # noqa: TID251
else:

    class Mapped(Generic[T]):
        """Says the type of a column's values; one that may be None is nullable."""

    class mapped_column:  # noqa: N801  # as the ORM calls it
        """What is to be said of a column besides its name and its values' type."""

        def __init__(self, *arguments: Any, **options: Any) -> None:
            self.arguments = arguments
            self.options = options

    class Declared:
        """The base of a catalogue: each class below it is a table of its `metadata`.

        `type_annotation_map` says the type of a column by that of its values, where neither
        the column nor what it refers to has one.
        """

        metadata: ClassVar[MetaData]
        type_annotation_map: ClassVar[dict[Any, Any]]

        def __init_subclass__(cls) -> None:
            if "__tablename__" not in vars(cls):
                return
            columns = [
                _column(cls, name, get_args(hint)[0])
                for name, hint in hints_of(cls).items()
                if get_origin(hint) is Mapped
            ]
            more = vars(cls).get("__table_args__", ())
            options = {}
            if more and isinstance(more[-1], dict):
                *more, options = more
            cls.__table__ = Table(cls.__tablename__, cls.metadata, *columns, *more, **options)
            for column in columns:
                setattr(cls, column.name, column)

        @classmethod
        def __clause_element__(cls) -> Table:
            """Be the table where SQLAlchemy wants one."""
            return cls.__table__


def _column(table: type[Any], name: str, values: Any) -> Column[Any]:
    said: Any = vars(table).get(name) or mapped_column()
    is_optional = get_origin(values) in (Union, types.UnionType)
    if is_optional:
        (values,) = (one for one in get_args(values) if one is not types.NoneType)
    arguments = said.arguments
    if not arguments:
        arguments = (table.type_annotation_map[values],)
    return Column(name, *arguments, **{"nullable": is_optional, **said.options})
