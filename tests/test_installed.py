"""Facts about installed distributions: what the standard library says of them, found without it."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib import metadata
from importlib.metadata import DistributionFinder
from pathlib import Path
from types import ModuleType

import pytest

from emulrules import installed
from emulrules.installed import EntryPoint, entry_points

GROUP = "emulrules.gia-dinh"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def distribution(where: Path, folder: str, points: str | None, name: str = "goi", headers: str = "METADATA") -> None:
    """A distribution as installers leave it."""
    (where / folder).mkdir()
    stated = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n\nVersion: 9, in a description\nName: khac\n"
    (where / folder / headers).write_text(stated, encoding="utf-8")
    if points is not None:
        (where / folder / "entry_points.txt").write_text(points, encoding="utf-8")


def standard(group: str) -> set[EntryPoint]:
    """What the standard library finds."""
    found = metadata.entry_points(group=group)
    return {EntryPoint(each.name, each.value, each.dist.name, each.dist.version) for each in found if each.dist}


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def unasked(_: str) -> tuple[EntryPoint, ...]:
        raise AssertionError("the standard library was asked")

    monkeypatch.setattr(installed, "_asked", unasked)


POINTS = {
    "a point": f"[{GROUP}]\na = goi:Lop\n",
    "several groups": f"[console_scripts]\nx = goi:main\n\n[{GROUP}]\na = goi:Lop\nb = goi.khac:Lop.trong\n[z]\nc=d\n",
    "comments and blank lines": f"# a\n\n[{GROUP}]\n# b = c\n\n  a =  goi:Lop  \n",
    "an extra": f"[{GROUP}]\na = goi:Lop [them]\n",
    "a value with an equals sign": f"[{GROUP}]\na = goi=x\n",
    "no such group": "[khac]\na = goi:Lop\n",
    "nothing": "",
    "no file": None,
}


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("points", POINTS.values(), ids=POINTS)
@pytest.mark.parametrize("kind", ["goi-1.2.dist-info", "goi-1.2.egg-info", "Goi.Khac-1.2.DIST-INFO"])
def test_it_finds_what_the_standard_library_finds_in(folder: Path, points: str | None, kind: str) -> None:
    distribution(folder, kind, points, headers="PKG-INFO" if kind.endswith("egg-info") else "METADATA")
    assert standard(GROUP) == set(entry_points(GROUP))


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("group", sorted(metadata.entry_points().groups))
def test_it_finds_what_the_standard_library_finds_in_this_environment(group: str) -> None:
    assert standard(group) == set(entry_points(group))


@pytest.mark.usefixtures("alone")
def test_the_first_distribution_of_a_name_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distribution(folder, "goi_a-1.2.dist-info", f"[{GROUP}]\na = goi:Moi\n", "goi-a")
    other = folder / "khac"
    other.mkdir()
    distribution(other, "Goi.A-1.0.dist-info", f"[{GROUP}]\na = goi:Cu\n", "Goi.A")
    monkeypatch.setattr(sys, "path", [*sys.path, str(other), str(folder / "khong-co")])
    assert {"goi:Moi"} == {point.value for point in entry_points(GROUP)}
    assert standard(GROUP) == set(entry_points(GROUP))


def test_a_distribution_in_an_archive_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "goi.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("goi-1.2.dist-info/METADATA", "Metadata-Version: 2.1\nName: goi\nVersion: 1.2\n")
        file.writestr("goi-1.2.dist-info/entry_points.txt", f"[{GROUP}]\na = goi:Lop\n")
    monkeypatch.setattr(sys, "path", [*sys.path, str(archive)])
    assert (EntryPoint("a", "goi:Lop", "goi", "1.2"),) == entry_points(GROUP)


def test_a_distribution_in_an_egg_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    egg = tmp_path / "goi-1.2.egg"
    egg.mkdir()
    distribution(egg, "EGG-INFO", f"[{GROUP}]\na = goi:Lop\n", headers="PKG-INFO")
    monkeypatch.setattr(sys, "path", [*sys.path, str(egg)])
    assert (EntryPoint("a", "goi:Lop", "goi", "1.2"),) == entry_points(GROUP)


def test_a_distribution_that_only_a_finder_knows_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distribution(tmp_path, "goi-1.2.dist-info", f"[{GROUP}]\na = goi:Lop\n")

    class Finder(DistributionFinder):
        """Brings one distribution that stands in no folder of the path."""

        def find_distributions(self, _: object = None) -> Iterator[metadata.Distribution]:
            yield metadata.Distribution.at(tmp_path / "goi-1.2.dist-info")

        def find_spec(self, *_: object) -> None:
            return None

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder()])
    assert (EntryPoint("a", "goi:Lop", "goi", "1.2"),) == entry_points(GROUP)


def test_a_point_names_a_module_and_what_stands_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("goi_gia_dinh")
    module.Lop = Inside  # type: ignore[attr-defined]  # an invented module has no fixed names
    monkeypatch.setitem(sys.modules, "goi_gia_dinh", module)
    point = EntryPoint("a", "goi_gia_dinh : Lop.value [them]", "goi", "1.2")
    assert ("goi_gia_dinh", 7) == (point.module, point.load())
    assert module is EntryPoint("a", "goi_gia_dinh", "goi", "1.2").load()


class Inside:
    """What an entry point names."""

    value = 7


def test_the_standard_library_is_not_asked_for_what_folders_show() -> None:
    script = "import sys; from emulrules.installed import entry_points; print(len(entry_points('emulrules.policies')));"
    script += "print('importlib.metadata' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    assert ["2", "False"] == told
