"""Facts about where the program runs: whatever the locale, time zone, hash seed, interpreter's options or folder, a
case has one id, whose record it writes and replays."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from cases import RULESETS, decided

from emulrules.files.record import record_id

DEEP: Final = os.environ.get("EMULRULES_DEPTH") == "deep"
CASES: Final = (
    "2024-cum-luan-phien",
    "2021-culture-social",
    *(("2021-cluster-8", "2022-van-hoa-xa-hoi", "2020-khoi-huyen", "2021-cum-chi-dinh") if DEEP else ()),
)

# One interpreter decides, writes and replays all cases: most of its time is starting.
PROGRAM: Final = """
import contextlib, hashlib, io, locale, os, sys
from pathlib import Path
if os.environ["LC_ALL"] != "none":
    locale.setlocale(locale.LC_ALL, os.environ["LC_ALL"])
from emulrules.cli import main
folder, *cases = sys.argv[1:]
for number, case in enumerate(cases):
    record = Path(folder, f"{number}.json")
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        for arguments in (["decide", case, "--record", str(record)], ["replay", str(record)]):
            status = main(arguments, standalone_mode=False)
    sys.stdout.write(f"{status or 0} {hashlib.sha256(record.read_bytes()).hexdigest()}\\n")
"""


class Somewhere(NamedTuple):
    """Where the program runs."""

    locale: str = "C"
    zone: str = "UTC"
    seed: int = 0
    options: tuple[str, ...] = ()
    elsewhere: bool = False


FEW: Final = {
    "C": Somewhere(),
    "another hash seed and time zone": Somewhere(zone="Asia/Ho_Chi_Minh", seed=1),
    "optimised, in another folder": Somewhere(zone="Pacific/Kiritimati", seed=50, options=("-O",), elsewhere=True),
}
MANY: Final = {
    "optimised twice": Somewhere(options=("-OO",)),
    "isolated": Somewhere(options=("-I",)),
    "without UTF-8": Somewhere(options=("-X", "utf8=0")),
    **{f"hash seed {seed}": Somewhere(seed=seed) for seed in range(2, 50)},
    **{zone: Somewhere(zone=zone) for zone in ("Asia/Kathmandu", "America/St_Johns", "Pacific/Pago_Pago")},
    **{name: Somewhere(name) for name in ("tr_TR.UTF-8", "vi_VN.UTF-8", "de_DE.UTF-8", "C.UTF-8")},
}


def has(locale: str) -> bool:
    """Whether this system has a locale."""
    program = "import locale, sys; locale.setlocale(locale.LC_ALL, sys.argv[1])"
    return not subprocess.run(
        [sys.executable, "-c", program, locale], stderr=subprocess.DEVNULL, check=False
    ).returncode


def path(case: str) -> Path:
    (found,) = RULESETS.glob(f"*/cases/{case}.toml")
    return found


def ids(where: Somewhere, folder: Path) -> list[str]:
    """The status of replaying, and the id, of each case."""
    home = folder / "home"
    home.mkdir()
    home.chmod(0o555)
    records = folder / "records"
    records.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    run = subprocess.run(
        [sys.executable, *where.options, "-c", PROGRAM, str(records), *map(str, map(path, CASES))],
        env={
            **environment,
            "LC_ALL": where.locale,
            "TZ": where.zone,
            "PYTHONHASHSEED": str(where.seed),
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        cwd=home if where.elsewhere else Path(__file__).parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert 0 == run.returncode, run.stderr
    assert [] == list(home.iterdir())
    return run.stdout.splitlines()


@pytest.mark.parametrize("where", [*FEW, *(MANY if DEEP else ())])
def test_a_case_has_one_id_wherever_it_is_decided(where: str, tmp_path: Path) -> None:
    somewhere = {**FEW, **MANY}[where]
    if where in MANY and not has(somewhere.locale):
        pytest.skip(f"this system has no locale {somewhere.locale}")
    assert [f"0 {record_id(decided(case))}" for case in CASES] == ids(somewhere, tmp_path)
