"""Facts about finding policies: by entry point, one claimant a name, only the chosen one imported."""

import re
import sys
from datetime import date

import pytest
from installing import PLUGIN, Install

from emulrules.errors import PluginError
from emulrules.model.ruleset import Ruleset, Span
from emulrules.plugins import Found, load_policy, policies


def ruleset(policy: str) -> Ruleset:
    return Ruleset("quy-che", "Quy chế giả định", "Cơ quan giả định", policy, date(2021, 1, 1), Span("2021"))


def refused(policy: str) -> PluginError:
    with pytest.raises(PluginError) as caught:
        load_policy(ruleset(policy))
    assert caught.value.render("vi") != caught.value.render("en")
    return caught.value


def test_the_standard_policy_is_built_in() -> None:
    assert "standard" == load_policy(ruleset("standard")).name


def test_a_policy_is_found_by_its_entry_point(install: Install) -> None:
    install("goi-a", "gia-dinh")
    assert "gia-dinh" == load_policy(ruleset("gia-dinh")).name


def test_policies_are_listed_with_distribution_and_version(install: Install) -> None:
    install("goi-a", "gia-dinh")
    listed = policies()
    assert Found("gia-dinh", "goi-a", "1.2") in listed
    assert {("standard", "emulrules"), ("ict", "emulrules-ict"), ("culture-social", "emulrules-culture-social")} <= {
        (found.name, found.distribution) for found in listed
    }
    assert sorted(listed) == list(listed)


def test_listing_policies_imports_none(install: Install) -> None:
    module = install("goi-a", "gia-dinh", "raise RuntimeError")
    assert "gia-dinh" in {found.name for found in policies()}
    assert module not in sys.modules


def test_only_the_chosen_policy_is_imported(install: Install) -> None:
    chosen = install("goi-chon", "duoc-chon")
    other = install("goi-khac", "khong-chon", "raise RuntimeError('không được nạp')")
    load_policy(ruleset("duoc-chon"))
    assert chosen in sys.modules
    assert other not in sys.modules


def test_two_claimants_of_one_name_are_both_named(install: Install) -> None:
    install("goi-a", "gia-dinh")
    install("goi-b", "gia-dinh")
    error = refused("gia-dinh")
    assert "plugin-claimed-twice" == error.code
    assert "goi-a 1.2, goi-b 1.2" in str(error)


def test_two_claimants_of_another_name_do_no_harm(install: Install) -> None:
    install("goi-a", "gia-dinh")
    install("goi-b", "khac")
    install("goi-c", "khac")
    assert "gia-dinh" == load_policy(ruleset("gia-dinh")).name


def test_nobody_else_may_claim_the_standard_policy(install: Install) -> None:
    module = install("goi-a", "standard")
    error = refused("standard")
    assert "plugin-claimed-twice" == error.code
    assert re.search(r"emulrules \S+, goi-a 1\.2", str(error))
    assert module not in sys.modules


def test_a_missing_policy_is_refused_with_those_that_exist() -> None:
    error = refused("khong-co-o-dau-ca")
    assert "plugin-missing" == error.code
    assert ("policy",) == error.faults[0].path
    assert "culture-social, ict, standard" in str(error)


def test_the_nearest_name_of_a_missing_policy_is_named() -> None:
    error = refused("culture-sociall")
    assert "plugin-missing-near" == error.code
    assert "the nearest is “culture-social”" in str(error)


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        pytest.param("raise RuntimeError('hỏng')", RuntimeError, id="raises"),
        pytest.param("raise SystemExit(0)", SystemExit, id="exits"),
        pytest.param("import khong_co_mo_dun_nay", ModuleNotFoundError, id="lacks a module"),
        pytest.param("def (", SyntaxError, id="is no Python"),
        pytest.param("", AttributeError, id="lacks the class"),
    ],
)
def test_a_policy_that_cannot_be_imported_is_refused(install: Install, code: str, cause: type) -> None:
    install("goi-a", "gia-dinh", code)
    error = refused("gia-dinh")
    assert "plugin-import" == error.code
    assert "goi-a" in str(error)
    assert isinstance(error.__cause__, cause)


def test_an_interrupt_while_importing_passes(install: Install) -> None:
    install("goi-a", "gia-dinh", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        load_policy(ruleset("gia-dinh"))


def test_an_entry_point_of_another_name_than_the_class_is_refused(install: Install) -> None:
    install("goi-a", "gia-dinh", PLUGIN.replace("{name}", "ten-khac"))
    error = refused("gia-dinh")
    assert "plugin-name" == error.code
    assert "'ten-khac'" in str(error)


@pytest.mark.parametrize("points_to", ["Policy.name", "Hooks"])
def test_an_entry_point_must_name_a_class_of_hooks(install: Install, points_to: str) -> None:
    install("goi-a", "gia-dinh", points_to=points_to)
    assert "plugin-no-hooks" == refused("gia-dinh").code
