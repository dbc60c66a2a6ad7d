"""The program of a bundle: checks the record that lies beside it in the zip, and says where to read on.

It needs Python alone, and is read by nobody else: `emulrules bundle` copies this text into the bundle as `__main__.py`.
What it says is in both languages here, since no catalogue goes with it. Each file is held to its digest before it is
used; where the program or the record itself is another, nothing is checked.
"""

from __future__ import annotations  # An older Python is to reach the sentence that it is too old.

import contextlib
import hashlib
import io
import json
import os
import re
import sys
import tempfile
import types
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

__all__ = ["SENTENCES", "main"]

OLDEST: tuple[int, ...] = (3, 11)
OTHER_FILE, INVALID, MISUSED, REFUSED = 12, 15, 2, 1

SENTENCES = {
    "python": (
        "Cần Python 3.11 trở lên; đây là Python {got}.",
        "Python 3.11 or newer is needed; this is Python {got}.",
    ),
    "usage": (
        "python {file} [--lang vi|en] [--report | --extract DIR]",
        "python {file} [--lang vi|en] [--report | --extract DIR]",
    ),
    "broken": (
        "Gói không còn nguyên vẹn ({reason}), nên chưa kiểm tra gì; hãy lấy lại bản gốc.",
        "The bundle is not whole ({reason}), so that nothing was checked; take the original again.",
    ),
    "foreign": (
        "{name}: không thuộc về hồ sơ này: tệp đã bị thay, bị thêm hoặc bị lấy đi.",
        "{name}: does not belong to this record: the file was changed, added or taken away.",
    ),
    "not-started": (
        "Không đặt được hồ sơ vào thư mục tạm ({reason}), nên chưa kiểm tra gì.",
        "The record could not be put into a temporary folder ({reason}), so that nothing was checked.",
    ),
    "not-extracted": (
        "Không lấy được các tệp ra “{folder}” ({reason}); hãy nêu một thư mục chưa có.",
        "The files cannot be put into “{folder}” ({reason}); name a folder that does not exist yet.",
    ),
    "extracted": ("Đã lấy {count} tệp ra “{folder}”.", "Files put into “{folder}”: {count}."),
    "about": ("{cluster}, năm thi đua {season}", "{cluster}, season {season}"),
    "id": (
        "Mã hồ sơ: {id}\nHãy đối chiếu mã này với mã trong biên bản đã ký.",
        "Record: {id}\nCompare this id with the one in the signed minutes.",
    ),
    "no-witness": (
        "Gói không có tệp kèm hồ sơ: không rõ hồ sơ được lập từ tệp nào, bằng chương trình nào.",
        "There is no witness in it: nothing says from which files and by which programs the record was made.",
    ),
    "no-source": (
        "Gói không có tệp {name}, mà hồ sơ được lập từ đó.",
        "The file {name}, which the record was made from, is not in it.",
    ),
    "builds-on": (
        "Hồ sơ dựa vào hồ sơ {id} ({of}), không nằm trong gói này.",
        "The record builds on {id} ({of}), which is not in it.",
    ),
    "read": ("Đọc báo cáo:", "Read the report:"),
    "take": ("Lấy mọi tệp ra một thư mục mới:", "Put all files into a new folder:"),
    "own": (
        "Gói mang theo chương trình kiểm tra của chính nó; ai không tin thì lấy emulverify.py từ nơi khác và chạy với "
        "record.json.",
        "The bundle brings the program that checks it; whoever does not trust it takes emulverify.py from elsewhere "
        "and runs it on record.json.",
    ),
}
"""What is said, in Vietnamese and in English."""

_LINE = re.compile(r"([0-9a-f]{64})  ([^\n]+)")


class BrokenError(Exception):
    """A bundle of which nothing can be said but why."""


def main(file: Path, arguments: Sequence[str]) -> int:
    """Checks the bundle in `file`, or prints its report, or unpacks it; gives the exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    asked = _asked(arguments)
    lang = asked.get("--lang", "vi")
    if sys.version_info[:2] < OLDEST:
        return _complain("python", lang, MISUSED, got=".".join(map(str, sys.version_info[:2])))
    if lang not in ("vi", "en") or "usage" in asked:
        return _complain("usage", lang, MISUSED, file=file.name)
    try:
        files, foreign = _opened(file)
        contents = json.loads(files["contents.json"]) if "contents.json" not in foreign else None
    except BrokenError as error:
        return _complain("broken", lang, INVALID, reason=error)
    for name in foreign:
        _complain("foreign", lang, OTHER_FILE, name=name)
    if foreign and ("--report" in asked or "--extract" in asked):
        return OTHER_FILE
    if "--report" in asked:
        sys.stdout.write(files[f"report.{lang}.txt"].decode())
        return 0
    if "--extract" in asked:
        return _extract(files, asked["--extract"], lang)
    status = _verify(files, lang)
    if contents is not None:
        print()
        _read_on(file, files, contents, lang)
    return status or (OTHER_FILE if foreign else 0)


def _asked(arguments: Sequence[str]) -> dict[str, str]:
    """The options and what they are given; `usage` where they cannot be meant."""
    asked: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        option = rest.pop(0)
        known = option in ("--lang", "--report", "--extract") and option not in asked
        if not known or (option != "--report" and not rest):
            return {**asked, "usage": option}
        asked[option] = "" if option == "--report" else rest.pop(0)
    return {**asked, "usage": ""} if {"--report", "--extract"} <= asked.keys() else asked


def _opened(file: Path) -> tuple[dict[str, bytes], list[str]]:
    """Every file in the bundle, and the names of those that are not as they were when it was made."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            # Nothing in a bundle is compressed.
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
                raise BrokenError("zip")
            files = {entry.filename: archive.read(entry) for entry in entries}
    # A zip that was damaged may seem to be encrypted, of a version that nobody knows, or longer than it is.
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise BrokenError(error) from error
    if len(entries) > len(files):
        raise BrokenError("zip")
    due = _due(files)
    foreign = [name for name in sorted(due.keys() | files.keys()) if _digest(files.get(name)) != due.get(name)]
    for name in ("__main__.py", "emulverify.py", "record.json"):
        if name in foreign or name not in files:
            raise BrokenError(name)
    return files, foreign


def _due(files: Mapping[str, bytes]) -> dict[str, str]:
    """The digests that the files had when the bundle was made."""
    due: dict[str, str] = {}
    try:
        lines = files["SHA256SUMS"].decode().split("\n")
    except (KeyError, UnicodeDecodeError) as error:
        raise BrokenError("SHA256SUMS") from error
    for line in lines[:-1]:
        found = _LINE.fullmatch(line)
        if found is None or found[2] in due:
            raise BrokenError("SHA256SUMS")
        due[found[2]] = found[1]
    if lines[-1]:
        raise BrokenError("SHA256SUMS")
    return {**due, "SHA256SUMS": _digest(files["SHA256SUMS"])}


def _digest(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _verify(files: Mapping[str, bytes], lang: str) -> int:
    """Lets the verifier print its checks of the record, and gives its status."""
    verifier: Any = types.ModuleType("emulverify")
    sys.modules["emulverify"] = verifier
    # Not imported: what is run has to be what was held to its digest.
    exec(compile(files["emulverify.py"], "emulverify.py", "exec"), verifier.__dict__)
    try:
        folder = tempfile.TemporaryDirectory()
        record = Path(folder.name, "record.json")
        record.write_bytes(files["record.json"])
    except OSError as error:
        return _complain("not-started", lang, MISUSED, reason=error)
    with folder:
        return int(verifier.main([str(record)]))


def _read_on(file: Path, files: Mapping[str, bytes], contents: Any, lang: str) -> None:
    """Says what is in the bundle, what is not, and how to get at it."""
    _say("about", lang, cluster=contents["cluster"], season=contents["season"])
    _say("id", lang, id=_grouped(contents["record"]))
    if "record.json.witness.json" not in files:
        _say("no-witness", lang)
    for source in contents["sources"]:
        if "file" not in source:
            _say("no-source", lang, name=source["name"])
    for each in contents["builds_on"]:
        _say("builds-on", lang, id=_grouped(each["record"]), of=each["of"])
    _say("read", lang)
    print(_plain(f"  python {file.name} --report --lang {lang}"))
    _say("take", lang)
    print(_plain(f"  python {file.name} --extract DIR"))
    called = {source["file"]: source["name"] for source in contents["sources"] if "file" in source}
    for name in sorted(files):
        # A source may lie under another name than the one that its witness knows.
        other = called.get(name, name)
        print(_plain(f"    {name}" if name.rpartition("/")[2] == other.rpartition("/")[2] else f"    {name} = {other}"))
    _say("own", lang)


def _extract(files: Mapping[str, bytes], folder: str, lang: str) -> int:
    """Writes all files below `folder`, which is made; one that is there already is left alone."""
    try:
        os.mkdir(folder)
        for name, data in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except (OSError, ValueError) as error:
        return _complain(
            "not-extracted", lang, REFUSED, folder=folder, reason=getattr(error, "strerror", None) or error
        )
    _say("extracted", lang, count=len(files), folder=folder)
    return 0


def _grouped(id_: str) -> str:
    return "-".join(id_[start : start + 4] for start in range(0, len(id_), 4))


def _told(code: str, lang: str, data: Mapping[str, object]) -> str:
    shown = {key: _plain(str(value)) for key, value in data.items()}
    return SENTENCES[code][lang == "en"].format_map(shown)


def _say(code: str, lang: str, **data: object) -> None:
    print(_told(code, lang, data))


def _complain(code: str, lang: str, status: int, **data: object) -> int:
    """Says it on stderr, and gives the status."""
    print(_told(code, lang, data), file=sys.stderr)
    return status


def _plain(text: str) -> str:
    """The text on one line, without anything that a terminal would obey."""
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in text)


if __name__ == "__main__":
    told = io.BytesIO()
    # Printed at the end, so that a reader who has seen enough and closed the pipe changes no status.
    with contextlib.redirect_stdout(io.TextIOWrapper(told, encoding="utf-8", write_through=True)):
        ended = main(Path(__file__).parent, sys.argv[1:])
        printed = told.getvalue()
    try:
        sys.stdout.buffer.write(printed)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python would complain about what is still to be written when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    raise SystemExit(ended)
