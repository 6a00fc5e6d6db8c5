"""Modules without what a running bot never uses of them: manuals, and other libraries.

It has to be said before they are loaded, so `bot` says it, first of all.
"""

from __future__ import annotations

import ast
import importlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Final

# ---- Their manuals ----

DOCUMENTED: Final = (
    *("aiohttp", "apscheduler", "attr", "babel", "prometheus_client", "psycopg", "sqlalchemy"),
    *("structlog", "telegram", "ledger", "handlers"),
)
"""The packages with the most written for readers: six megabytes in a running bot.

`bot` is not among them, as FastAPI reads what the HTTP API's functions take from their
annotations.
"""
_MARK: Final = "undocumented2"
"""In the names of compiled files, where `opt-2` marks those of `python -OO` (PEP 488).

The figure goes up whenever more or less is left out: what is kept compiled is then of no use.
"""


def leave_out_docstrings(packages: Sequence[str] = DOCUMENTED) -> None:
    """Load packages without docstrings and without their functions' annotations from now on.

    So does `python -OO` with the docstrings, but in all packages, and with the assertions as
    well. The annotations of classes stay: dataclasses and SQLAlchemy's tables are made of them.
    """
    sys.meta_path.insert(0, _Finder(frozenset(packages)))


def compile_ahead(packages: Sequence[str] = DOCUMENTED) -> None:
    """Compile packages as they are loaded then, for an image in which nothing may be written."""
    for package in packages:
        spec = PathFinder.find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
            for source in sorted(Path(folder).rglob("*.py")):
                Undocumented(package, str(source)).get_code(package)


class _Finder(MetaPathFinder):
    """Finds modules where they always are, and has those of some packages loaded leaner."""

    def __init__(self, packages: frozenset[str]) -> None:
        self._packages = packages

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in self._packages:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and type(spec.loader) is SourceFileLoader:
            spec.loader = Undocumented(fullname, spec.loader.path)
        return spec


class Undocumented(SourceFileLoader):
    """Loads a module from its source without its manual, which it keeps compiled like Python.

    Where nothing may be written and nothing was, the module is loaded with it, as ever:
    otherwise each start would compile it.
    """

    def __init__(self, fullname: str, path: str) -> None:
        super().__init__(fullname, path)
        self._compiled = Path(cache_from_source(path, optimization=_MARK))
        self._leaves_out = self._compiled.exists() or self._may_be_written()

    def get_data(self, path: str) -> bytes:
        """Read a source as ever, or what is kept of it compiled."""
        return super().get_data(self._beside(path))

    def set_data(self, path: str, data: Any, *, _mode: int = 0o666) -> None:
        """Keep what was compiled."""
        super().set_data(self._beside(path), data, _mode=_mode)

    def source_to_code(self, data: Any, path: Any) -> CodeType:  # type: ignore[override]
        """Compile a source."""
        if not self._leaves_out:
            return super().source_to_code(data, path)
        return compile(_undocumented(ast.parse(data, path)), path, "exec", dont_inherit=True)

    def _may_be_written(self) -> bool:
        folder = self._compiled.parent
        there = folder if folder.exists() else folder.parent
        return not sys.dont_write_bytecode and os.access(there, os.W_OK)

    def _beside(self, path: str) -> str:
        """Return where a file is, of which Python tells its usual place."""
        return str(self._compiled) if self._leaves_out and path != self.path else path


def _undocumented(tree: ast.Module) -> ast.Module:
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(tree):
        if isinstance(node, documented) and ast.get_docstring(node, clean=False) is not None:
            text = node.body.pop(0)
            if not node.body:
                node.body = [ast.copy_location(ast.Pass(), text)]
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
    return tree


# ---- Other libraries ----


@contextmanager
def only_named(modules: Mapping[str, Sequence[str]]) -> Iterator[None]:
    """Spare whoever is loaded meanwhile some modules that it does no more with than name them.

    Maps the modules to the classes that are named: in annotations, after `except`, or as bases
    of what nobody makes. When anything is done with a module after all, it is loaded.
    """
    put_off = {name: _PutOff(name) for name in modules if name not in sys.modules}
    sys.modules.update(put_off)
    for name, module in put_off.items():
        vars(module).update({named: type(named, (Exception,), {}) for named in modules[name]})
    try:
        yield
    finally:
        for name, module in put_off.items():
            del sys.modules[name]
            for named in modules[name]:
                delattr(module, named)


def put_off(*modules: str) -> None:
    """Have modules loaded when something of them is asked for, whoever else loads them first."""
    sys.modules.update({name: _Later(name) for name in modules if name not in sys.modules})


class _PutOff(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            raise AttributeError(f"{self.__name__}.{name} is done more with than named")
        return getattr(importlib.import_module(self.__name__), name)


class _Later(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            # Who looks through all modules asks for these.
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)
