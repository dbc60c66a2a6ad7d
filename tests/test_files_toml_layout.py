"""Lines of a TOML text: every path that the parser yields is on the line that the layout says."""

import tomli
from hypothesis import given
from hypothesis import strategies as st

from emulrules.files.converter import Bare
from emulrules.files.toml_layout import Layout, Path, lay_out

Tree = dict[str, "Tree | list[object] | int"]


class Writer:
    """Writes a document in which every key and every value is another word, in any of the ways that TOML has."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.count = 0

    def pick(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def word(self) -> str:
        self.count += 1
        return f"k{self.count:03d}"

    def key(self) -> str:
        word = self.word()
        return self.pick(word, f'"{word}"', f"'{word}'", f'"\\u006b{word[1:]}"')

    def gap(self) -> str:
        return self.pick("", " ", "\n", " # note ] } = \n", "\n\n\t")

    def scalar(self) -> str:
        self.count += 1
        number = 1000 + self.count
        return self.pick(
            f"{number}", f"-{number}", f'"v{number}"', f"'v{number}'", f'"v{number} # [ = \\" \\\\"', "true",
            "2023-01-10", "2023-01-10 10:00:00", "07:30:00", f"{number}.5", f"{number}e3", "inf", f'"""v{number}"""',
            f"'''v{number}\n[x]\nb = 1'''", f'"""v{number}\n"" [[x]]\n\\"""\n""""', '""', "''", '""""""',
        )  # fmt: skip

    def value(self, depth: int) -> str:
        kind = self.pick("scalar", "scalar", "array", "inline") if depth else "scalar"
        if kind == "scalar":
            return self.scalar()
        size = self.draw(st.integers(0, 3))
        if kind == "array":
            parts = [self.gap() + self.value(depth - 1) + self.gap() for _ in range(size)]
        else:
            parts = [
                f"{self.gap()}{self.dotted()} = {self.value(depth - 1)}{self.gap()}" for _ in range(size)
            ]  # TOML 1.1: lines may end inside an inline table
        inner = ",".join(parts) + (self.pick("", ",") if parts else "") + self.gap()
        return f"[{inner}]" if kind == "array" else f"{{{inner}}}"

    def dotted(self) -> str:
        return self.pick(".", " . ").join(self.key() for _ in range(self.draw(st.integers(1, 3))))

    def pairs(self) -> str:
        lines = [
            f"{self.pick('', '  ')}{self.dotted()} = {self.value(2)}{self.pick('', ' # end', '  ')}\n"
            for _ in range(self.draw(st.integers(0, 4)))
        ]
        return "".join(self.pick("", "\n", "# note\n") + line for line in lines)

    def document(self) -> str:
        text = self.pairs()
        names: list[str] = []
        for _ in range(self.draw(st.integers(0, 4))):
            above = self.draw(st.sampled_from(["", *(f"{name}." for name in names)]))
            name = above + self.dotted()
            array = self.draw(st.booleans())
            for _ in range(self.draw(st.integers(1, 3)) if array else 1):
                text += f"[[{name}]]\n{self.pairs()}" if array else f"[ {name} ] # table\n{self.pairs()}"
            names.append(name)
        return text.removesuffix("\n") if self.draw(st.booleans()) else text


@st.composite
def documents(draw: st.DrawFn) -> str:
    return Writer(draw).document()


def words(tree: object, path: Path = ()) -> list[tuple[Path, str]]:
    """Every path, with the word that its line must hold."""
    if isinstance(tree, dict):
        inner = [each for key, value in tree.items() for each in words(value, (*path, key))]
        return [*([(path, str(path[-1]))] if path and isinstance(path[-1], str) else []), *inner]
    if isinstance(tree, list):
        own = [(path, str(path[-1]))] if isinstance(path[-1], str) else []
        return [*own, *(each for index, value in enumerate(tree) for each in words(value, (*path, index)))]
    if isinstance(path[-1], str):
        return [(path, path[-1])]
    shown = str(tree).split("\n")[0].split(" ")[0].lower() if not isinstance(tree, str) else tree[:5]
    return [(path, shown if type(tree) in {int, str, Bare} else "")]


def line_of(layout: Layout, text: str, path: Path) -> str:
    return text.split("\n")[layout.line(path) - 1]


@given(documents())
def test_every_path_is_on_a_line_that_holds_it(text: str) -> None:
    tree = tomli.loads(text, parse_float=Bare)
    layout = lay_out(text)
    assert [] == layout.blocking
    for path, word in words(tree):
        line = line_of(layout, text, path)
        assert word in line or word.replace("k", "\\u006b") in line


@given(st.text(alphabet="ab.=[]{}\"'#,\n 10-:+_x\\e", max_size=40))
def test_what_the_parser_accepts_the_layout_does_not_block(text: str) -> None:
    try:
        tomli.loads(text, parse_float=Bare)
    except (tomli.TOMLDecodeError, ValueError):
        lay_out(text)  # it never raises, whatever the text
        return
    assert [] == lay_out(text).blocking


@given(documents(), st.data())
def test_a_text_cut_anywhere_is_laid_out_without_an_exception(text: str, data: st.DataObject) -> None:
    lay_out(text[: data.draw(st.integers(0, len(text)))])


def test_a_path_that_is_not_written_is_on_the_line_of_what_is_above_it() -> None:
    layout = lay_out("a = 1\n\n[t]\nb = { c = 1 }\n")
    assert [3, 4, 4, 1] == [
        layout.line(("t", "missing")),
        layout.line(("t", "b", "c")),
        layout.line(("t", "b", "c", "d")),
        layout.line(("absent", 3)),
    ]


def test_tables_of_an_array_are_told_apart_by_index() -> None:
    layout = lay_out("[[a]]\nx = 1\n[[a.b]]\ny = 1\n[[a]]\n[a.c]\nz = 1\n[[a.b]]\ny = 2\n")
    paths: list[Path] = [("a", 0, "x"), ("a", 0, "b", 0, "y"), ("a", 1, "c", "z"), ("a", 1, "b", 0, "y")]
    assert [2, 4, 7, 9] == [layout.line(path) for path in paths]
