"""Every code that the program raises, as it stands in its modules."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import emulrules

__all__ = ["raised", "trees"]

SOURCE = Path(emulrules.__file__).parent


@cache
def trees() -> dict[str, ast.Module]:
    """Every module as it is parsed, by its path."""
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
    }


# Functions that make a fault of the code that they are given first.
RAISING = {"Fault", "_refuse", "_refusal", "_unknown", "fault", "slip", "_CellFault", "_SlipError", "_LimitError"}


def raised() -> Iterator[tuple[str, str, ast.Call]]:
    """Every code that stands as a literal in a call that raises it, with its file and the call."""
    for file, tree in trees().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", None)
            code = node.args[0]
            if name in RAISING and isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield file, code.value, node
