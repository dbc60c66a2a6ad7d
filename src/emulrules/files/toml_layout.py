"""The layout of a TOML text: the line of every key, and what is wrong with it before anything is made of it.

A TOML parser gives values without lines, turns `0x10` into 16, and can be hurt by a hostile text. So the text is looked
through first: nesting, keys and numerals are bounded here, duplicate keys are told with both lines, and the usual slips
are named as such. What the values are is left to the parser.
"""

import re
from bisect import bisect_left
from typing import Final, NoReturn

from attrs import define, field

from emulrules.errors import Fault
from emulrules.files.text import nfc, with_point
from emulrules.files.toml_slips import SHOWN, LimitError, SlipError, bare_text, explain
from emulrules.model.exact import MAX_DIGITS

__all__ = ["ARRAYS", "NESTING", "Layout", "Path", "lay_out"]

NESTING: Final = 32
"""Brackets and the parts of keys together go no deeper."""

_ENTRIES: Final = 2_000
_KEY_PARTS: Final = 80_000
_STRING: Final = 20_000
_SLIPS: Final = 20
_BLOCKING: Final = 200

ARRAYS: Final = frozenset(
    {
        *("acts", "awards", "conditions", "criteria", "decisions", "gates", "limits", "reviews", "rosters", "stages"),
        *("successions", "ties", "undefined"),
    }
)
"""Tables of a season, a ruleset or a council's file of which there may be several, each under `[[name]]`."""

Path = tuple[str | int, ...]

_SPACE: Final = re.compile(r"[ \t]*")
_GAP: Final = re.compile(r"(?:[ \t\n]+|#[^\n]*)*+")
_LINE_END: Final = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPE: Final = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([\s\S]))")
_ESCAPED: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
_STRINGS: Final = {
    '"""': re.compile(r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"""(?:""|")?'),
    "'''": re.compile(r"'''(?:[^']|'(?!''))*+'''(?:''|')?"),
    '"': re.compile(r'"(?:[^"\\\n]|\\[^\n])*+"'),
    "'": re.compile(r"'[^'\n]*+'"),
}
_MOMENT: Final = (
    r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    r"(?:[Tt ][0-9][0-9:.]*(?:[Zz]|[+-][0-9:]+)?)?|[0-9]{2}:[0-9:.]+"
)
_BARE: Final = re.compile(rf"{_MOMENT}|[^\s,\[\]{{}}#]+", re.ASCII)
_PLAIN: Final = re.compile(
    rf"{_MOMENT}|true|false|-?(?:0|[1-9][0-9]*)|[+-]?(?:inf|nan)"
    r"|[+-]?(?:0|[1-9][0-9_]*)(?:\.[0-9_]+(?:[eE][+-]?[0-9_]+)?|[eE][+-]?[0-9_]+)",
    re.ASCII,
)
"""What the parser may read: numbers with a point or an exponent too, since it hands them on as their text."""

_SIMPLE: Final = re.compile(
    r"[ \t]*([A-Za-z0-9_-]{1,200})[ \t]*=[ \t]*"
    r'(?:true|false|-?(?:0|[1-9][0-9]{0,49})(?:\.[0-9]{1,9})?|"[^"\\\n]{0,4000}")[ \t]*(?:\n|\Z)'
)
"""What most lines are: one key with a whole number or a text, which needs no closer look."""

_NOTATION: Final = re.compile(r"[+-]?(?:0[xobXOB][0-9A-Fa-f_]*|[0-9][0-9_]*|0[0-9_]+\.[0-9_.]*)", re.ASCII)


@define
class Layout:
    """Lines by path, what must be mended before the text can be parsed, and what is wrong although it can be."""

    lines: dict[Path, int] = field(factory=dict)
    blocking: list[Fault] = field(factory=list)
    faults: list[Fault] = field(factory=list)

    def line(self, path: Path) -> int:
        """The line of the longest part of `path` that the text holds; 1 for the document itself."""
        for length in range(len(path), 0, -1):
            if (found := self.lines.get(path[:length])) is not None:
                return found
        return 1


def lay_out(text: str) -> Layout:
    """The layout of `text`, whose lines end in `\\n`. It never raises; faults carry their line, but no file."""
    scanner = _Scanner(text)
    scanner.run()
    return scanner.layout


class _Scanner:
    """Goes through the text once; `table` is the path of the header that statements stand under."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self.layout = Layout()
        self.table: Path = ()
        self.headers: set[Path] = set()
        self.repeated = False
        self.sizes: dict[Path, int] = {}
        self.parts = 0
        self.newlines = [match.start() for match in re.finditer("\n", text)]

    def run(self) -> None:
        while self.skip(_GAP) < len(self.text) and len(self.layout.blocking) < _BLOCKING:
            start = self.pos
            if (simple := _SIMPLE.match(self.text, start)) and self.noted(simple[1]):
                self.pos = simple.end()
                continue
            try:
                if self.text.startswith("[", start):
                    self.header()
                else:
                    self.pair(self.table)
                self.end_of_line()
            except LimitError as limit:
                self.block(limit.code, (), limit.data, self.line())
                return
            except SlipError as slip:
                if not self.recover(start, slip):
                    return

    def noted(self, key: str) -> bool:
        """Notes the line of a simple pair, unless there is something to say about it."""
        path = (*self.table, key)
        if path in self.layout.lines or self.parts >= _KEY_PARTS or len(path) > NESTING:
            return False
        self.parts += 1
        self.layout.lines[path] = self.line()
        return True

    def recover(self, start: int, slip: SlipError) -> bool:
        """Notes the slip, and goes on with the next line if the statement is still on its first one."""
        line, reached = self.line(start), self.line()
        end = self.text.find("\n", start)
        raw = self.text[start : len(self.text) if end < 0 else end]
        code, data = explain(raw, slip) if line == reached else (slip.code, slip.data)
        self.block(code, self.table, data, reached)
        self.pos = start + len(raw)
        return line == reached and len(self.layout.blocking) < _SLIPS

    def block(self, code: str, path: Path, data: dict[str, object], line: int) -> None:
        self.layout.blocking.append(Fault(code, path, data, None, line))

    def line(self, pos: int | None = None) -> int:
        return bisect_left(self.newlines, self.pos if pos is None else pos) + 1

    def skip(self, pattern: "re.Pattern[str]") -> int:
        if match := pattern.match(self.text, self.pos):
            self.pos = match.end()
        return self.pos

    def at(self, mark: str) -> bool:
        """Whether `mark` comes next; it is passed then."""
        found = self.text.startswith(mark, self.pos)
        self.pos += len(mark) if found else 0
        return found

    def expect(self, mark: str) -> None:
        if not self.at(mark):
            self.slip("mark-missing", mark=mark)

    def slip(self, code: str, **data: object) -> NoReturn:
        raise SlipError(code, **data)

    def end_of_line(self) -> None:
        match = _LINE_END.match(self.text, self.pos)
        if not match:
            self.slip("line-goes-on")
        self.pos = match.end()

    def header(self) -> None:
        line = self.line()
        array = self.at("[[")
        self.pos += not array
        *parents, last = self.key()
        path: Path = ()
        for part in parents:
            path = self.opened((*path, part))
            self.layout.lines.setdefault(path, line)
        path = (*path, last)
        meant = not array and len(path) == 1 and last in ARRAYS
        if meant:
            self.block("array-header", path, {"name": last}, line)
        self.repeated = path in self.headers or (path in self.sizes and not array and not meant)
        if self.repeated:
            self.twice(path, line)
        self.layout.lines.setdefault(path, line)
        if array or meant:
            path = (*path, self.grown(path))
        else:
            self.headers.add(path)
        self.layout.lines[path] = line
        self.table = self.bounded(path)
        if not (meant and self.at("]]")):
            self.expect("]]" if array else "]")

    def opened(self, path: Path) -> Path:
        """The table that a part of a header means: of an array of tables, its last one."""
        size = self.sizes.get(path)
        return path if size is None else (*path, size - 1)

    def grown(self, path: Path) -> int:
        """The index of one entry more in the array of tables at `path`."""
        index = self.sizes.get(path, 0)
        if index >= _ENTRIES:
            raise LimitError("too-many-entries", got=index + 1, most=_ENTRIES)
        self.sizes[path] = index + 1
        return index

    def twice(self, path: Path, line: int) -> None:
        name = ".".join(str(part) for part in path)[:SHOWN]
        self.block("key-twice-at", path, {"key": name, "first": self.layout.lines[path]}, line)

    def bounded(self, path: Path) -> Path:
        if len(path) > NESTING:
            raise LimitError("too-deep", most=NESTING)
        return path

    def key(self) -> list[str]:
        parts: list[str] = []
        while True:
            self.skip(_SPACE)
            parts.append(nfc(self.key_part()))
            self.skip(_SPACE)
            self.count_part()
            if len(parts) > NESTING:
                raise LimitError("too-deep", most=NESTING)
            if not self.at("."):
                return parts

    def count_part(self) -> None:
        """Keys and entries of lists are bounded together, since each costs the parser memory."""
        self.parts += 1
        if self.parts > _KEY_PARTS:
            raise LimitError("too-many-keys", most=_KEY_PARTS)

    def key_part(self) -> str:
        if match := _BARE_KEY.match(self.text, self.pos):
            self.pos = match.end()
            return match[0]
        quote = self.text[self.pos : self.pos + 1]
        if quote == "" or quote not in "\"'":
            self.slip("key-missing")
        raw = self.string(quote)[1:-1]
        return _ESCAPE.sub(_unescaped, raw) if quote == '"' and "\\" in raw else raw

    def string(self, quote: str) -> str:
        match = _STRINGS[quote].match(self.text, self.pos)
        if not match:
            self.slip("quote-open", quote=quote)
        if match.end() - match.start() > _STRING:
            raise LimitError("text-too-long", size=match.end() - match.start(), most=_STRING)
        self.pos = match.end()
        return match[0]

    def pair(self, prefix: Path, known: int = 0) -> None:
        """One `key = value`; in brackets, `known` is the noted line above, which is not noted again."""
        line, start = self.line(), self.pos
        *parents, last = self.key()
        path = prefix
        for part in parents:
            path = (*path, part)
            if line != known:
                self.layout.lines.setdefault(path, line)
        path = self.bounded((*path, last))
        if path in self.layout.lines:
            if not self.repeated:  # of a table that is written twice, its header tells
                self.twice(path, line)
        elif line != known:
            self.layout.lines[path] = line
        if not self.at("="):
            if known and last.isdigit():
                # `{ actual = 9,5 }` reads on as a key 5.
                above = self.text.rfind("=", 0, start) + 1
                text = self.text[above : self.pos].strip()[-SHOWN:]
                self.slip("number-comma", text=text, write=with_point(text))
            self.slip("mark-missing", mark="=")
        self.skip(_SPACE)
        self.value(path, line)

    def value(self, path: Path, known: int) -> None:
        if self.at("["):
            self.several(path, known, "]")
        elif self.at("{"):
            self.several(path, known, "}")
        elif (quote := self.text[self.pos : self.pos + 1]) and quote in "\"'":
            self.string(quote * 3 if self.text.startswith(quote * 3, self.pos) else quote)
        else:
            self.bare(path)

    def several(self, path: Path, known: int, close: str) -> None:
        """What stands between brackets, up to and with the closing one."""
        for index in range(_ENTRIES + 1):
            if self.skip(_GAP) == len(self.text):
                self.slip("mark-missing", mark=close)
            if self.at(close):
                return
            if index:
                if not self.at(","):
                    self.slip("mark-missing", mark=close)
                if self.skip(_GAP) == len(self.text):
                    self.slip("mark-missing", mark=close)
                if self.at(close):
                    return
            if close == "}":
                self.pair(path, known)
            else:
                self.element((*path, index), known)
        raise LimitError("too-many-entries", got=_ENTRIES + 1, most=_ENTRIES)

    def element(self, path: Path, known: int) -> None:
        self.count_part()
        line = self.line()
        if line != known:
            self.layout.lines[path] = line
        self.value(self.bounded(path), line)

    def bare(self, path: Path) -> None:
        """A value without quotes: a day, a truth or a number, whose text is judged here."""
        match = _BARE.match(self.text, self.pos)
        if not match:
            self.slip("value-missing")
        text, line = match[0], self.line()
        if sum(character in "0123456789" for character in text) > MAX_DIGITS:
            self.block("number-too-long", path, {"text": text[:SHOWN] + "…"}, line)
        elif not _PLAIN.fullmatch(text):
            if not _NOTATION.fullmatch(text):
                self.unquoted(text)
            self.layout.faults.append(Fault("number-notation", path, {"text": text[:SHOWN]}, None, line))
        self.pos = match.end()

    def unquoted(self, text: str) -> NoReturn:
        if text.endswith(";") and _PLAIN.fullmatch(text[:-1]):
            self.slip("mark-semicolon")
        code, data = bare_text(text)
        self.slip(code, **data)


def _unescaped(match: "re.Match[str]") -> str:
    *codes, letter = match.groups()
    if letter is not None:
        return _ESCAPED.get(letter, letter)
    value = int(next(code for code in codes if code), 16)
    return chr(value) if value <= 0x10FFFF else "\N{REPLACEMENT CHARACTER}"
