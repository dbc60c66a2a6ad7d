"""Whatever is decided can be told: every report of every decision on the course of a random year."""

import re

import tomli
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from law_trials import EXAMPLES

from emulrules.model.decision import Decision
from emulrules.report.asking import act_block
from emulrules.report.explain import explain
from emulrules.report.minutes import minutes
from emulrules.report.names import Names
from emulrules.report.ruleset import ruleset_text
from emulrules.report.text import text
from emulrules.testing.cases import Case
from emulrules.testing.chance import Drawn
from emulrules.testing.course import answered_at_random, run
from emulrules.testing.later import invent_aftermath
from emulrules.testing.strategies import cases
from emulrules.wording import LANGUAGES

FEWER = settings(max_examples=EXAMPLES // 2)
"""A report is made of every decision on the way to the last one, so that an example is worth several."""


@st.composite
def courses(draw: st.DrawFn) -> tuple[Decision, ...]:
    """Every decision on the way of a random year from no act at all to all of them."""
    case: Case = draw(cases())
    chance = Drawn(draw)
    answers = answered_at_random(case, chance)
    course = run(case, answers)
    return (*course.decisions, invent_aftermath(course.case, answers, chance).decide())


@FEWER
@given(courses(), st.sampled_from(LANGUAGES))
def test_every_decision_can_be_told(decisions: tuple[Decision, ...], language: str) -> None:
    for decision in decisions:
        for shown in (text(decision, language), minutes(decision, language), ruleset_text(decision.rules, language)):
            assert shown.endswith("\n")
            assert [] == [line for line in shown.splitlines() if not line.isprintable()]


@FEWER
@given(courses())
def test_the_text_names_every_proposal_every_office_and_every_open_question(decisions: tuple[Decision, ...]) -> None:
    for decision in decisions:
        shown = text(decision)
        names = Names.of(decision, "vi")
        units = [awarded.unit for awarded in decision.awards] + [office.unit for office in decision.offices]
        assert [] == [unit for unit in units if names.unit(unit) not in shown]
        for question in decision.questions:
            assert f'question   = "{question.id}"' in shown or f'question = "{question.id}"' in shown


@FEWER
@given(courses(), st.sampled_from(LANGUAGES))
def test_every_unit_is_told_what_became_of_it_for_every_award(decisions: tuple[Decision, ...], language: str) -> None:
    for decision in decisions:
        for unit in decision.units:
            shown = explain(decision, unit.id, language)
            for award in decision.rules.awards:
                told = re.search(rf"^  - {re.escape(award.name)}\n    - ", shown, re.M)
                assert told, (unit.id, award.id, shown)


@FEWER
@given(courses())
def test_every_block_is_toml_of_the_question_that_is_asked(decisions: tuple[Decision, ...]) -> None:
    for decision in decisions:
        for question in decision.questions:
            (act,) = tomli.loads("\n".join(act_block(question, Names.of(decision, "vi"))))["acts"]
            assert question.id == act["question"]
            assert question.asks in act


@FEWER
@given(cases())
def test_a_report_says_the_same_whichever_order_its_questions_options_have(case: Case) -> None:
    decision = case.decide()
    turned = tuple(evolve(question, options=question.options[::-1]) for question in decision.questions)
    assert text(decision) == text(evolve(decision, questions=turned))
