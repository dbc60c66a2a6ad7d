"""Facts about the checkout: what is pinned, what is tracked, what each distribution ships."""

import json
import re
import subprocess
import sys
import zipfile
from datetime import date
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
import tomli

ROOT = Path(__file__).resolve().parents[1]

# Distribution -> its folder, its entry points as (group, name, value), and one file that its wheel must hold.
DISTRIBUTIONS = {
    "emulrules": (".", {("console_scripts", "emulrules", "emulrules.cli:main")}, "emulrules/py.typed"),
    "emulrules-rulesets": (
        "rulesets",
        {("emulrules.rulesets", "emulrules", "emulrules_rulesets")},
        "emulrules_rulesets/__init__.py",
    ),
    "emulrules-ict": (
        "plugins/emulrules-ict",
        {("emulrules.policies", "ict", "emulrules_ict:Policy")},
        "emulrules_ict/py.typed",
    ),
    "emulrules-culture-social": (
        "plugins/emulrules-culture-social",
        {("emulrules.policies", "culture-social", "emulrules_culture_social:Policy")},
        "emulrules_culture_social/py.typed",
    ),
    "pytest-emulrules": (
        "plugins/pytest-emulrules",
        {("pytest11", "emulrules", "pytest_emulrules")},
        "pytest_emulrules/py.typed",
    ),
}


def project(folder: str) -> dict[str, Any]:
    document = tomli.loads((ROOT / folder / "pyproject.toml").read_text(encoding="utf-8"))
    table: dict[str, Any] = document["project"]
    return table | {"build": document["build-system"]["requires"]}


def canonical(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name is not None, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def constraints() -> list[str]:
    return (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()


def tracked() -> dict[str, bytes]:
    """Every file that is or would be committed, by its path in the checkout."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode()
    paths = [path for path in listed.split("\0") if path and (ROOT / path).is_file()]
    assert "tests/test_checkout.py" in paths
    return {path: (ROOT / path).read_bytes() for path in paths}


def test_every_constraint_is_a_name_and_one_version() -> None:
    assert [] == [line for line in constraints() if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)]


def test_constraints_are_sorted_and_name_each_project_once() -> None:
    names = [line.partition("==")[0] for line in constraints()]
    assert sorted(set(names)) == names


def test_constraints_hold_no_address_and_no_path() -> None:
    text = "\n".join(constraints())
    assert "http" not in text
    assert "/" not in text


def test_every_declared_dependency_is_pinned() -> None:
    declared = {"editables"}
    for folder, _, _ in DISTRIBUTIONS.values():
        table = project(folder)
        for requirements in (table["build"], table["dependencies"], *table.get("optional-dependencies", {}).values()):
            declared.update(map(canonical, requirements))
    assert set() == declared - {line.partition("==")[0] for line in constraints()} - set(DISTRIBUTIONS)


def test_no_tracked_file_holds_a_path_of_this_machine() -> None:
    places = "|".join(re.escape(f"{place}/") for place in (ROOT, Path.home()) if place != Path(place.anchor))
    path_of_it = re.compile(rf"(?<![\w.*/$}}-])(?:{places})".encode())
    found = [path for path, data in tracked().items() if path_of_it.search(data)]
    assert [] == found


def test_no_tracked_file_holds_an_index_address() -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "config", "list"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    configured = re.findall(r"(?:https?|file)://[^\s'\"\\]+|(?<=')/[^\s'\"\\]+", listed)
    patterns = [
        rb"files\.python[h]osted\.",
        rb"https?://[^\s\"']*/simple\b",
        *(re.escape(a.encode()) for a in configured),
    ]
    found = [path for path, data in tracked().items() if any(re.search(pattern, data) for pattern in patterns)]
    assert [] == found


def test_every_tracked_text_ends_its_lines_with_a_line_feed_alone() -> None:
    found = [path for path, data in tracked().items() if b"\0" not in data and b"\r" in data]
    assert [] == found


@pytest.mark.parametrize("name", DISTRIBUTIONS)
def test_what_is_installed_is_what_the_checkout_says(name: str) -> None:
    folder, entry_points, _ = DISTRIBUTIONS[name]
    installed = distribution(name)
    assert project(folder)["version"] == installed.version
    assert entry_points == {(point.group, point.name, point.value) for point in installed.entry_points}
    assert json.loads(installed.read_text("direct_url.json") or "{}")["dir_info"] == {"editable": True}


def test_the_rulesets_are_versioned_by_calendar() -> None:
    version = distribution("emulrules-rulesets").version
    year, month, day = map(int, version.split(".")[:3])
    assert version.startswith(f"{date(year, month, day):%Y}.{month}.{day}")


def test_the_rulesets_depend_on_nothing() -> None:
    assert None is distribution("emulrules-rulesets").requires


@pytest.mark.parametrize("name", DISTRIBUTIONS)
def test_every_wheel_ships_all_of_its_package_and_the_licence(name: str, tmp_path: Path) -> None:
    folder, _, must_hold = DISTRIBUTIONS[name]
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT / folder, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        shipped = set(archive.namelist())
        (licence,) = (archive.read(entry) for entry in shipped if entry.endswith("/licenses/LICENSE"))
    assert must_hold in shipped
    assert (ROOT / "LICENSE").read_bytes() == licence

    package = must_hold.partition("/")[0]
    (base,) = (path for path in (ROOT / folder, ROOT / folder / "src") if (path / package).is_dir())
    prefix = base.relative_to(ROOT).as_posix() + "/" if base != ROOT else ""
    expected = {path.removeprefix(prefix) for path in tracked() if path.startswith(f"{prefix}{package}/")}
    assert expected == {entry for entry in shipped if entry.startswith(f"{package}/")}
