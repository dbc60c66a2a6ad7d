"""Reading a season: the whole of it, in its places, with every fault that needs no ruleset."""

import hashlib
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from season_files import HEAD, SEASON, codes_of, faults_of

from emulrules.errors import Fault, SeasonError
from emulrules.files.season import load_season, read_season
from emulrules.model.cell import Held, Mark, Net, Ratio
from emulrules.model.season import Act, Council, Meeting, Outgoing, Recognition, Season, TurnEvent, Turns, UnitEntry
from emulrules.model.source import Source
from emulrules.model.table import Table

WHOLE = """
in_force = 2021-01-15

[sources.bien-ban]
document = "Biên bản (giả định)"
number = "01/BB"
issued = 2023-01-10
seen = "toàn văn"

[outgoing]
head = "don-vi-a"
deputies = []

[meeting]
present = 6
consulted = 1
proxies = 0

[council]
members = 15

[facts]
under-complaint = ["don-vi-b"]
under-discipline = []

[turns]
queue = ["don-vi-b", "don-vi-a"]
source = "bien-ban"
events = [{ unit = "don-vi-a", event = "declined", source = "bien-ban" }]

[units.don-vi-mau-c]
women = 7
staff = 10
roster = "joins"
name = "Đơn vị Mẫu C"
source = "bien-ban"
type = "so"

[scores.tieu-chi]
don-vi-a = { actual = 19, plan = "20.5" }
don-vi-b = { actual = "3" }
don-vi-c = "80%"
don-vi-d = "n/a"
don-vi-e = "pass"
don-vi-f = "fail"
don-vi-g = -2
don-vi-h = { plus = 3, minus = 0 }
don-vi-i = ["co-thi-dua", "bang-khen"]
don-vi-k = []

[recognised]
source = "bien-ban"
on = 2023-02-01

[[acts]]
question = "award:flag:ballot"
votes = { don-vi-a = 4, don-vi-b = 0 }
among = ["don-vi-a", "don-vi-b"]
ballots = 6
names = 1
decided_by = "members"
on = 2023-01-10
source = "bien-ban"
trust = "reported"

[[acts]]
question = "place:1:ballot"
held = false
source = "bien-ban"
trust = "read"
"""


def test_every_key_is_read(tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    path.write_text(HEAD + WHOLE, encoding="utf-8")
    due = Season(
        ruleset="khoi-thu",
        cluster="khoi-a",
        id="2022",
        in_force=date(2021, 1, 15),
        sources=Table({"bien-ban": Source("Biên bản (giả định)", "01/BB", date(2023, 1, 10), "toàn văn")}),
        outgoing=Outgoing("don-vi-a", ()),
        meeting=Meeting(6, 1, 0),
        council=Council(15),
        facts=Table({"under-complaint": ("don-vi-b",), "under-discipline": ()}),
        turns=Turns(("don-vi-b", "don-vi-a"), "bien-ban", (TurnEvent("don-vi-a", "declined", "bien-ban"),)),
        units=Table({"don-vi-mau-c": UnitEntry(7, 10, "joins", "Đơn vị Mẫu C", "bien-ban", "so")}),
        scores=Table(
            {
                "tieu-chi": Table(
                    {
                        "don-vi-a": Ratio(Fraction(19), Fraction(41, 2)),
                        "don-vi-b": Ratio(Fraction(3)),
                        "don-vi-c": Fraction(4, 5),
                        "don-vi-d": Mark.NOT_APPLICABLE,
                        "don-vi-e": Mark.PASS,
                        "don-vi-f": Mark.FAIL,
                        "don-vi-g": Fraction(-2),
                        "don-vi-h": Net(Fraction(3), Fraction(0)),
                        "don-vi-i": Held(("bang-khen", "co-thi-dua")),
                        "don-vi-k": Held(()),
                    }
                )
            }
        ),
        recognised=Recognition("bien-ban", date(2023, 2, 1)),
        acts=(
            Act(
                "award:flag:ballot",
                "bien-ban",
                "reported",
                votes=Table({"don-vi-a": 4, "don-vi-b": 0}),
                among=("don-vi-a", "don-vi-b"),
                ballots=6,
                names=1,
                decided_by="members",
                on=date(2023, 1, 10),
            ),
            Act("place:1:ballot", "bien-ban", "read", held=False),
        ),
    )
    assert due == load_season(path)


def test_the_document_knows_its_file_its_digest_and_its_places(tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    path.write_text(SEASON, encoding="utf-8")
    document = read_season(path)
    assert (str(path), hashlib.sha256(path.read_bytes()).hexdigest()) == (document.path, document.digest)
    fault = document.locate(Fault("missing-key", ("scores", "tieu-chi", "Sở Mẫu B", "actual"), {"key": "actual"}))
    assert (str(path), SEASON.split("\n").index('"Sở Mẫu B" = "9.5"') + 1) == (fault.file, fault.line)
    refused = document.located(SeasonError([Fault("text-empty", ("acts", 0, "on")), Fault("text-empty", ("cluster",))]))
    assert [3, 17] == [each.line for each in refused.faults]


def test_a_row_is_found_by_the_id_of_a_unit_that_it_names_in_full(tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    text = SEASON.replace('choice = ["Sở Mẫu A"]\n', "") + '[acts.votes]\n"Sở Mẫu B" = 1\n'
    path.write_text(text, encoding="utf-8")
    lines = text.split("\n")
    document = read_season(path)
    for place, line in (
        (("scores", "tieu-chi", "so-mau-b"), '"Sở Mẫu B" = "9.5"'),
        (("acts", 0, "votes", "so-mau-b"), '"Sở Mẫu B" = 1'),
        (("scores", "tieu-chi", "so-mau-c"), "[scores.tieu-chi]"),
    ):
        assert lines.index(line) + 1 == document.place(place)[1]


def test_a_fault_that_has_its_place_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "season.toml").write_text(SEASON, encoding="utf-8")
    placed = Fault("text-empty", ("cluster",), {}, "other.toml", 99)
    assert placed is read_season(tmp_path / "season.toml").locate(placed)


def test_rows_in_another_order_are_the_same_season(tmp_path: Path) -> None:
    for name, rows in (("one", "a = 1\nb = 2\n"), ("two", "b = 2\na = 1\n")):
        (tmp_path / f"{name}.toml").write_text(f"{HEAD}[scores.x]\n{rows}", encoding="utf-8")
    assert load_season(tmp_path / "one.toml") == load_season(tmp_path / "two.toml")


SOURCE = '[sources.bien-ban]\ndocument = "x"\n'
ACT = f'{SOURCE}[[acts]]\nquestion = "head"\nsource = "bien-ban"\ntrust = "read"\n'

ACTS: dict[str, tuple[str, str, int]] = {
    "no answer": (ACT, "act-form-count", 7),
    "two answers": (f'{ACT}choice = ["a"]\nnumber = 1', "act-form-count", 12),
    "an answer of a step that was not held": (f'{ACT}held = false\nchoice = ["a"]', "act-not-held-answered", 12),
    "held, and no answer": (f"{ACT}held = true", "act-form-count", 7),
    "a unit chosen twice": (f'{ACT}choice = [\n"a",\n"a",\n]', "unit-twice", 13),
    "votes below zero": (f"{ACT}votes = {{ a = 1,\n b = -1 }}", "number-below", 12),
    "ballots below zero": (f"{ACT}votes = {{ a = 1 }}\nballots = -1", "number-below", 12),
    "no name on a ballot": (f"{ACT}votes = {{ a = 1 }}\nnames = 0", "number-below", 12),
    "ballots without votes": (f'{ACT}choice = ["a"]\nballots = 3', "act-key-alone", 12),
    "a place before the first": (f"{ACT}places = {{ a = 0 }}", "number-below", 11),
    "a quota below zero": (f"{ACT}number = -1", "number-below", 11),
    "a source that is not listed": (ACT.replace('"bien-ban"', '"bien-bna"') + "number = 1", "unknown-source-near", 9),
    "a source when none is listed": (f"{ACT.replace(SOURCE, '')}number = 1", "unknown-source", 7),
    "a question twice": (f"{ACT}number = 1\n{ACT.replace(SOURCE, '')}number = 1", "act-twice", 13),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_no_ruleset_could_mend_is_refused_on_its_line(name: str, tmp_path: Path) -> None:
    text, code, line = ACTS[name]
    assert (code, line) in [(fault.code, fault.line) for fault in faults_of(tmp_path, f"{HEAD}{text}\n")]


ENTRIES: dict[str, tuple[str, str]] = {
    "a unit that joins without a name": (
        f'{SOURCE}[units.a]\nroster = "joins"\nsource = "bien-ban"',
        "roster-without-name",
    ),
    "a unit that leaves without a source": ('[units.a]\nroster = "leaves"', "roster-without-source"),
    "a unit's source that is not listed": (f'{SOURCE}[units.a]\nsource = "bien-bna"', "unknown-source-near"),
    "a recognition's source that is not listed": (f'{SOURCE}[recognised]\nsource = "quyet-dinh"', "unknown-source"),
    "a deputy twice": ('[outgoing]\ndeputies = ["a", "a"]', "unit-twice"),
    "a fact of one unit twice": ('[facts]\nx = ["a", "a"]', "unit-twice"),
    "a fact that is no id": ('[facts]\n"Đang xem xét" = []', "id-malformed"),
    "a source that is no id": ('[sources."Biên bản"]\ndocument = "x"', "id-malformed"),
    "fewer present than none": ("[meeting]\npresent = -1", "number-below"),
    "fewer consulted than none": ("[meeting]\nconsulted = -1", "number-below"),
    "fewer proxies than none": ("[meeting]\nproxies = -1", "number-below"),
    "a council of nobody": ("[council]\nmembers = 0", "number-below"),
    "a former record that is no digest": ('former.2020 = "abc"', "record-id"),
    "a former record in capitals": (f'former.2020 = "{"A" * 64}"', "record-id"),
    "a former record that is no text": ("former.2020 = 5", "not-text"),
    "a former record with what is read from it": (f'former.2020 = {{ record = "{"0" * 64}", head = "a" }}', "not-text"),
    "former records of no season": (f'former.x = "{"0" * 64}"', "season-id"),
    "former records in a list": (f'former = ["{"0" * 64}"]', "not-a-table"),
    "a queue without a source": ('[turns]\nqueue = ["a"]', "key-needed"),
}


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_that_no_ruleset_could_mend_is_refused(name: str, tmp_path: Path) -> None:
    text, code = ENTRIES[name]
    assert [code] == codes_of(tmp_path, f"{HEAD}{text}\n")


@pytest.mark.parametrize("written", ["2021-2023", "2022-2021", "21", "2021-22", "năm 2021", "2021 - 2022", "20211"])
def test_a_season_is_a_year_or_two_that_follow(written: str, tmp_path: Path) -> None:
    assert "season-id" in codes_of(tmp_path, HEAD.replace("2022", written))


@pytest.mark.parametrize("written", ["2021", "2018-2019", "1999-2000"])
def test_a_year_and_a_school_year_are_seasons(written: str, tmp_path: Path) -> None:
    (tmp_path / "season.toml").write_text(HEAD.replace("2022", written), encoding="utf-8")
    assert written == load_season(tmp_path / "season.toml").id


def test_an_id_that_is_malformed_is_told_with_one_that_is_not(tmp_path: Path) -> None:
    [fault] = faults_of(tmp_path, f'{HEAD}[facts]\n"Đang xem xét" = []\n')
    assert "dang-xem-xet" in fault.sentence("vi")


TURNS = (
    '[turns]\nqueue = ["a", "b"]\nsource = "bien-ban"\nevents = [{ unit = "a", event = "left", source = "bien-ban" }]\n'
)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('queue = ["a", "b"]\nsource = "bien-ban"', 'queue = ["a", "b"]\nsource = "x"', "unknown-source"),
        ('["a", "b"]', '["a", "a"]', "unit-twice"),
        ('event = "left", source = "bien-ban"', 'event = "left", source = "x"', "unknown-source"),
        ('event = "left"', 'event = "went"', "not-one-of"),
    ],
)
def test_a_queue_is_judged_without_a_ruleset(old: str, new: str, code: str, tmp_path: Path) -> None:
    assert old in TURNS
    assert [code] == codes_of(tmp_path, SEASON + TURNS.replace(old, new))
