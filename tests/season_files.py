"""Files that tests write: a small season that can be read, and what reading a changed one says."""

from pathlib import Path
from typing import Final

import pytest

from emulrules.errors import EmulrulesError, Fault
from emulrules.files.season import read_season

HEAD = """\
format = "emulrules/season/1"
ruleset = "khoi-thu"
cluster = "khoi-a"
season = "2022"
"""

SEASON = (
    HEAD
    + """
[sources.bien-ban]
document = "Biên bản (giả định)"
issued = 2023-01-10

[scores.tieu-chi]
"Sở Mẫu A" = 3
"Sở Mẫu B" = "9.5"

[[acts]]
question = "head"
choice = ["Sở Mẫu A"]
on = 2023-01-10
source = "bien-ban"
trust = "read"
"""
)


# Content that is no season, and the code that it is refused with.
UNREADABLE: Final[dict[str, tuple[bytes, str]]] = {
    "nothing at all": (b"", "file-empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "file-empty"),
    "only spaces and line ends": (b" \r\n\n\t", "file-empty"),
    "a Word or Excel file": (b"PK\x03\x04\x14\0\x06\0", "file-office"),
    "an old Word or Excel file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file-office"),
    "a rich text file": (b"{\\rtf1\\ansi x}", "file-office"),
    "a PDF file": (b"%PDF-1.4\n", "file-office"),
    "a page of a browser": (b"\xef\xbb\xbf\r\n <html><body>x</body></html>", "file-office"),
    "UTF-16 with a mark": (SEASON.encode("utf-16"), "file-utf-16"),
    "UTF-16 without a mark": (SEASON.encode("utf-16-le"), "file-utf-16"),
    "UTF-32": (SEASON.encode("utf-32"), "file-utf-16"),
    "windows-1258": (HEAD.encode() + "# Sở".encode("cp1258", "ignore") + b" \xd2\n", "file-not-utf-8"),
    "TCVN3": (HEAD.encode() + b"# S\xeb M\xc9u\n", "file-not-utf-8"),
    "a letter cut in two": (SEASON.encode()[: SEASON.encode().index("ả".encode()) + 1], "file-not-utf-8"),
    "a byte that no text has": (HEAD.encode() + b"# \xff\n", "file-not-utf-8"),
    "overlong UTF-8": (HEAD.encode() + b"# \xc0\xaf\n", "file-not-utf-8"),
    "a surrogate in UTF-8": (HEAD.encode() + b"# \xed\xa0\x80\n", "file-not-utf-8"),
    "a zero byte": (HEAD.encode() + b"\0", "file-utf-16"),
    "an old Mac's line ends": (HEAD.replace("\n", "\r").encode(), "character-forbidden"),
    "more than one mebibyte": (HEAD.encode() + b"#" * 1024 * 1024, "file-too-large"),
}


def faults_of(folder: Path, content: bytes | str, name: str = "season.toml") -> list[Fault]:
    """What is wrong with a season of that content; every fault has a file, a line unless it is the file, a sentence."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(EmulrulesError) as refused:
        read_season(path)
    for fault in refused.value.faults:
        assert fault.file == str(path)
        assert all(fault.code in line and "{" not in fault.code for line in (fault.render("vi"), fault.render("en")))
    return list(refused.value.faults)


def codes_of(folder: Path, content: bytes | str, name: str = "season.toml") -> list[str]:
    """Their codes."""
    return [fault.code for fault in faults_of(folder, content, name)]
