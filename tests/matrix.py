"""`make matrix`: every case and sitting decided and replayed on each Python that is promised, and the ids compared.

The interpreters are looked for by their names, on PATH and among those of pyenv. For each that runs, an environment is
made in build/matrix with the dependencies of constraints.txt, and with the sources as they stand here. It ends with 1
where two Pythons give a case two ids, or one refuses it; those that are not on this machine are named.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
PROMISED: Final = ("3.11", "3.12", "3.13")
MOST: Final = 5
"""So many cases that differ are named."""

Found = dict[str, dict[str, tuple[str, int]]]
"""By version, and by case: its id, and the status of its replay."""

# Runs on the other interpreter: the id of each case, and the status of replaying its record.
PROGRAM: Final = """
import json, sys
from emulrules import decide, load_policy, load_ruleset, load_season, review
from emulrules.files.council import read_cited, read_council
from emulrules.files.record import record_bytes
from emulrules.verdicts import examine
told = {}
for path in sys.argv[1:]:
    if "/councils/" in path:
        document = read_council(path)
        ruleset = load_ruleset(document.value.as_season)
        decision = review(read_cited(document), ruleset, document.value)
    else:
        season = load_season(path)
        ruleset = load_ruleset(season)
        decision = decide(season, ruleset, load_policy(ruleset))
    data = record_bytes(decision)
    verdict = examine(data)
    told[path] = [verdict.record, int(verdict.status)]
print(json.dumps(told))
"""


def candidates(version: str) -> Iterator[Path]:
    """Where an interpreter of that version may be."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    folders += map(str, sorted(pyenv.glob(f"{version}.*/bin"), reverse=True))
    for folder in folders:
        path = Path(folder, f"python{version}")
        if path.is_file():
            yield path


def runs(interpreter: Path, version: str) -> bool:
    """Whether it is one: a shim that points to nothing has the name, too."""
    program = "import sys, venv; print('%d.%d' % sys.version_info[:2])"
    try:
        run = subprocess.run([interpreter, "-c", program], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return run.returncode == 0 and run.stdout.strip() == version


def environment(interpreter: Path, version: str) -> Path:
    """The interpreter of an environment in which everything is installed; one that was made before is used again."""
    folder = ROOT / "build" / "matrix" / version
    python = folder / "bin" / "python"
    made = folder / "made"
    sources = [ROOT / "constraints.txt", ROOT / "pyproject.toml"]
    if made.exists() and all(made.stat().st_mtime > source.stat().st_mtime for source in sources):
        return python
    pip: list[str | Path] = [
        python,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--quiet",
        "install",
        "-c",
        ROOT / "constraints.txt",
    ]
    brought = [ROOT / "rulesets", *sorted(path.parent for path in ROOT.glob("plugins/emulrules-*/pyproject.toml"))]
    subprocess.run([interpreter, "-m", "venv", "--clear", folder], check=True)
    subprocess.run([*pip, "hatchling", "editables"], check=True)
    each: list[str | Path] = [part for path in (ROOT, *brought) for part in ("-e", path)]
    subprocess.run([*pip, "--no-build-isolation", *each], check=True)
    made.touch()
    return python


def decided(python: Path, cases: list[str]) -> dict[str, tuple[str, int]]:
    """The id of every case, and the status of its replay."""
    run = subprocess.run(
        [python, "-c", PROGRAM, *cases],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    told: dict[str, tuple[str, int]] = {path: (id_, status) for path, (id_, status) in json.loads(run.stdout).items()}
    return told


def shipped() -> list[str]:
    """Every case, and every sitting of a council, from the root."""
    folders = ("cases", "councils")
    found = (path for folder in folders for path in ROOT.glob(f"rulesets/emulrules_rulesets/*/{folder}/*.toml"))
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def compared(found: Found, cases: list[str]) -> int:
    """Prints which cases have more than one id, and gives the status: 1 also where one is not replayed, or none ran."""
    differing = [case for case in cases if len({ids[case] for ids in found.values()}) > 1]
    for case in differing[:MOST]:
        print(f"{case}: " + ", ".join(f"{version} {ids[case][0][:12]}" for version, ids in found.items()))
    unmatched = sum(status != 0 for ids in found.values() for _, status in ids.values())
    print(f"{len(found)} of {len(PROMISED)} Pythons, {len(cases)} cases: {len(differing)} with more than one id")
    return 1 if differing or unmatched or not found else 0


def main() -> int:
    """Prints what each Python did, and gives the status."""
    cases = shipped()
    found: Found = {}
    for version in PROMISED:
        interpreter = next((each for each in candidates(version) if runs(each, version)), None)
        if interpreter is None:
            print(f"Python {version}: absent, nothing was checked on it", flush=True)
            continue
        try:
            python = environment(interpreter, version)
        except subprocess.CalledProcessError as error:
            print(f"Python {version}: its dependencies cannot be installed ({error}), nothing was checked on it")
            continue
        found[version] = decided(python, cases)
        unmatched = sum(status != 0 for _, status in found[version].values())
        print(f"Python {version} ({interpreter}): {len(cases)} cases decided, {unmatched} not replayed", flush=True)
    return compared(found, cases)


if __name__ == "__main__":
    sys.exit(main())
