"""The guides do what they say: a reader who does all of it, and nothing else, gets what they show."""

from pathlib import Path

import pytest
from guides import Command, follow, steps


def test_the_guide_to_plugins_leads_from_nothing_to_a_recorded_decision(tmp_path: Path) -> None:
    typed = follow("guide-plugin", tmp_path)
    assert typed[0].startswith("emulrules new plugin ")
    assert {"python -m pytest", "emulrules replay 2025.json --lang en"} <= set(typed)
    assert "python -m pytest --emulrules-ruleset bo-song-nuoc -k law-03" in typed
    assert any(line.startswith("emulrules decide ") and " --record " in line for line in typed)


def test_the_guide_to_rulesets_leads_from_nothing_to_an_amended_ruleset(tmp_path: Path) -> None:
    typed = follow("guide-ruleset", tmp_path)
    assert 2 == typed.count("emulrules check tinh-may-ngan --lang en")
    assert "python -m pytest --emulrules-ruleset tinh-may-ngan -k law-03" in typed


def test_the_guide_to_replaying_finds_what_was_changed(tmp_path: Path) -> None:
    assert "emulrules replay sua-tay.json --lang en" in follow("guide-replay", tmp_path)


@pytest.mark.parametrize("page", ["guide-ruleset", "guide-plugin", "guide-replay"])
def test_the_vietnamese_guide_leads_through_the_same_files_and_commands(page: str) -> None:
    told = [
        Command(step.line.replace(" --lang en", ""), step.status, ()) if isinstance(step, Command) else step
        for step in steps(page)
    ]
    assert told == list(steps(f"vi/{page}"))
