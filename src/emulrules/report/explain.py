"""One unit's way through a decision: every step that concerns it, in the order of the stages, each with its article.

Gates, points, total, place and ties, awards and why not, offices, open questions. It is read from the steps alone; the
smallest change of a score that would have mattered is looked for elsewhere, and told at the end.
"""

from collections.abc import Iterator
from fractions import Fraction

from emulrules.errors import Fault, SeasonError
from emulrules.margins import Margin
from emulrules.model.decision import Decision, Step
from emulrules.model.names import near
from emulrules.report.aftermath import without_of
from emulrules.report.bars import bar
from emulrules.report.kept import Kept, kept_lines
from emulrules.report.layout import entry, lines
from emulrules.report.margin import told
from emulrules.report.names import Names
from emulrules.report.places import placed
from emulrules.report.quotas import reckoned
from emulrules.report.quoting import plain
from emulrules.report.reasons import reasons

__all__ = ["explain", "find_unit"]

_MARKS = {"n/a": "mark-n-a", "pass": "mark-pass", "fail": "mark-fail"}


def find_unit(decision: Decision, spelling: str) -> str:
    """The id of the unit that `spelling` (an id, a full name or an alias) means. Raises `SeasonError`."""
    known: dict[str, str] = {}
    for unit in decision.units:
        aliases = decision.rules.units[unit.id].aliases if unit.id in decision.rules.units else ()
        known |= dict.fromkeys((unit.id, unit.name, *aliases), unit.id)
    if spelling in known:
        return known[spelling]
    _refuse_gone(decision, spelling)
    units = ", ".join(unit.id for unit in decision.units)
    hint = near(spelling, known)
    if hint is None:
        raise SeasonError(Fault("explain-unknown-unit", (), {"name": plain(spelling), "units": units}))
    raise SeasonError(Fault("explain-unknown-unit-near", (), {"name": plain(spelling), "near": plain(hint)}))


def _refuse_gone(decision: Decision, spelling: str) -> None:
    """Raises `SeasonError` for a unit that others have succeeded, with those that did."""
    for each in (*decision.rules.successions, *decision.season.successions):
        for gone in each.gone:
            entry = decision.rules.units.get(gone)
            if spelling in (gone, *((entry.name, *entry.aliases) if entry is not None else ())):
                data = {"name": plain(spelling), "on": each.on, "heirs": ", ".join(sorted(each.to))}
                raise SeasonError(Fault(f"unit-{each.kind}", (), data))


def explain(
    decision: Decision,
    unit: str,
    language: str = "vi",
    *,
    margin: Margin | None = None,
    kept: Kept | None = None,
    listed: tuple[str, ...] = (),
) -> str:
    """Everything that `decision` says about the unit with the id `unit`, ending in a newline.

    `margin` is the smallest change of one score that changes what became of the unit, None where it is not looked for;
    `kept` is the record of the decision, `listed` the ids of the criteria in the order of the point table, which no
    decision holds.
    """
    names = Names.of(decision, language, listed)
    sections = (
        _head(decision, unit, names),
        _gates(decision, unit, names),
        _points(decision, unit, names),
        _place(decision, unit, names),
        _awards(decision, unit, names),
        _offices(decision, unit, names),
        _open(decision, unit, names),
        () if margin is None else told(margin, names),
        kept_lines(kept, names),
    )
    return "\n\n".join("\n".join(section) for section in map(list, sections) if section) + "\n"


def _line(text: str, basis: tuple[str, ...], indent: int = 2) -> list[str]:
    text = text[:1].upper() + text[1:]
    cited = f"{text} [{'; '.join(map(plain, basis))}]" if basis else text
    return entry("-", cited, indent)


def _head(decision: Decision, unit: str, names: Names) -> Iterator[str]:
    cluster = decision.rules.clusters[decision.season.cluster]
    yield from lines(f"{names.unit(unit)} ({plain(unit)})")
    yield from lines(names.say("head-title", cluster=plain(cluster.name), season=plain(decision.season.id)))
    for step in decision.steps:
        if step.step == "roster-change" and step.unit == unit:
            yield from _line(names.say(f"roster-{step.output}"), step.basis)
        elif step.step == "succession" and unit in step.output and unit not in step.inputs["from"]:
            units = names.listed(step.inputs["from"])
            told = names.say(f"succeeds-{step.inputs['kind']}", on=names.day(step.inputs["on"]), units=units)
            yield from _line(told, step.basis)
        elif step.step == "carried" and step.unit == unit:
            yield from _line(names.say(f"carried-{step.output}", unit=names.unit(step.inputs["of"])), step.basis)
    successions = [step for step in decision.steps if step.step == "succession" and unit in step.output]
    before = {each for step in successions for each in step.inputs["from"]} - {unit}
    for step in decision.steps:
        if step.step == "former":
            for each in (unit, *sorted(before)):
                if each in step.output:
                    yield from _line(_former(step, None if each == unit else each, names), step.basis)


def _former(step: Step, before: str | None, names: Names) -> str:
    """What a step took of a unit, or of the one `before` it, from the record of the season before."""
    takes, season = step.inputs["takes"], str(step.rule).partition(".")[2]
    if takes == "award":
        what = names.say("former-award", award=names.award(step.inputs["award"]))
    elif takes == "fact":
        what = names.say("former-fact", fact=names.phrase("fact", step.inputs["fact"]))
    else:
        what = names.say(f"former-{takes}")
    if before is None:
        return names.say("former", season=plain(season), what=what)
    return names.say("former-of", season=plain(season), unit=names.unit(before), what=what)


def _gates(decision: Decision, unit: str, names: Names) -> Iterator[str]:
    yield names.say("explain-gates")
    found = [gate for gate in decision.gates if gate.unit == unit]
    for gate in found:
        yield from _line(f"{names.say(f'gate-{gate.effect}')}: {names.gate(gate.gate)}", gate.basis)
    if not found:
        yield from entry("-", names.say("explain-no-gate"))
    unchecked = [
        names.gate(warned.rule.removeprefix("gates."))
        for warned in decision.warnings
        if warned.code == "unchecked" and warned.rule.startswith("gates.")
    ]
    if unchecked:
        yield from entry("-", names.say("warning-unchecked", what="; ".join(unchecked)))


def _cell(step: Step, names: Names) -> str:
    """What a criterion's points came from."""
    if "actual" in step.inputs:
        return _ratio(step, names)
    if "plus" in step.inputs:
        return names.say("cell-net", **{key: names.measure(count) for key, count in step.inputs.items()})
    if "held" in step.inputs:
        awards = "; ".join(names.award(award) for award in step.inputs["held"])
        return names.say("cell-held" if awards else "cell-held-none", awards=awards)
    if "stages" in step.inputs:
        points = step.inputs["stages"]
        given = [stage.id for stage in names.rules.stages if stage.id in points]
        stages = (f"{names.stage(id_)} {names.points(points[id_])}" for id_ in given)
        return names.say("cell-stages", stages="; ".join(stages))
    cell = step.inputs.get("cell")
    if cell is None:
        return ""
    if cell in _MARKS:
        return names.say("cell-entered", cell=names.say(_MARKS[cell]))
    id_ = step.inputs.get("criterion") or str(step.rule).removeprefix("criteria.")
    if isinstance(cell, Fraction) and cell == step.output and _is_entered(id_, names):
        return ""  # The points are what was entered.
    return names.say(
        "cell-entered", cell=names.figure(id_, cell) if isinstance(cell, Fraction) else names.measure(cell)
    )


def _is_entered(id_: str, names: Names) -> bool:
    return any(each.id == id_ and each.method == "entered" for each in names.rules.criteria)


def _ratio(step: Step, names: Names) -> str:
    """What was done against what was planned, and what it was compared with."""
    inputs = {key: value if key == "leader" else names.measure(value) for key, value in step.inputs.items()}
    if "leader" in inputs:
        return names.say("cell-leader", **{**inputs, "leader": names.listed(inputs["leader"])})
    if "greatest" in inputs:
        return names.say("cell-greatest", **inputs)
    return names.say("cell-no-plan" if step.inputs["plan"] is None else "cell-ratio", **inputs)


def _points(decision: Decision, unit: str, names: Names) -> Iterator[str]:
    kinds = ("stage", "take", "points", "rescale", "cap", "sum", "round", "bonus", "deduct", "total")
    steps = [step for step in decision.steps if step.unit == unit and step.step in kinds]
    if steps:
        yield names.say("explain-points")
    for step in sorted(steps, key=lambda step: names.sheet.get(_criterion(step) or "", len(names.sheet))):
        yield from _line(_points_line(step, names), step.basis)


def _criterion(step: Step) -> str | None:
    """Which criterion a step is about; None where it is about the sum of all."""
    rule = str(step.rule)
    named: str | None = step.inputs.get("criterion")
    return named or (rule.split(".")[1] if rule.startswith("criteria.") else None)


def _points_line(step: Step, names: Names) -> str:
    rule = str(step.rule)
    criterion = _criterion(step)
    what = names.say("points-all") if criterion is None else names.criterion(criterion)
    value = names.say("points-none") if step.output is None else names.measure(step.output)
    if step.step == "points":
        return names.say("points-points", what=what, value=value, cell=_cell(step, names))
    if step.step == "stage":
        stage = names.stage(rule.removeprefix("stages."))
        return names.say("points-stage", stage=stage, what=what, value=value, cell=_cell(step, names))
    if step.step == "take":
        return names.say("points-take", what=what, value=value, how=names.say(f"take-{step.inputs['take']}"))
    inputs = {key: names.measure(of) for key, of in step.inputs.items()}
    if step.step == "round":
        how = names.rounded(step.inputs["mode"], step.inputs["places"])
        return names.say("points-round", what=what, value=inputs["value"], how=how, rounded=value)
    return names.say(f"points-{step.step}", **{**inputs, "what": what, "value": value})


def _place(decision: Decision, unit: str, names: Names) -> Iterator[str]:
    yield names.say("explain-place")
    for sentence, basis in placed(decision, unit, names):
        yield from _line(sentence, basis)
    if any(gate.unit == unit and gate.effect == "out" for gate in decision.gates):
        yield from entry("-", names.say("place-out"))
    for sentence, basis in without_of(decision, unit, names):
        yield from _line(sentence, basis)


def _awards(decision: Decision, unit: str, names: Names) -> Iterator[str]:
    if not decision.rules.awards:
        return
    yield names.say("explain-awards")
    for award in decision.rules.awards:
        yield from entry("-", plain(award.name))
        if (number := reckoned(decision, award, names)) is not None:
            yield from _line(*number, 4)
        for reason in reasons(decision, award, unit, names):
            yield from _line(reason.text, reason.basis, 4)


def _offices(decision: Decision, unit: str, names: Names) -> Iterator[str]:
    yield names.say("explain-offices")
    found = False
    for step in decision.steps:
        concerns = list(_office(decision, step, unit, names))
        found = found or bool(concerns)
        for line in concerns:
            yield from _line(line, step.basis)
    if not found:
        yield from entry("-", names.say("explain-no-office"))


def _office(decision: Decision, step: Step, unit: str, names: Names) -> Iterator[str]:
    if step.step == "bar" and step.unit == unit:
        offices = ", ".join(names.office(office) for office in ("head", "deputy") if office in step.output)
        yield names.say("office-barred", offices=offices, rule=bar(decision, step, names))
    elif step.step == "office" and step.unit == unit:
        title = names.office(step.output["office"], step.output["seat"])
        yield f"{title}: {names.say('state-' + step.output['state'])}"
    elif step.step == "turn" and unit in step.output:
        yield names.say("office-turn", queue="; ".join(map(names.unit, step.output)))
    elif step.step == "act" and _passed_over(step, unit):
        who, what = names.asked(step.inputs["of"]), names.question(step.inputs["id"])
        code = "office-not-chosen" if step.output else "office-nobody-chosen"
        yield names.say(code, who=who, what=what, chosen=names.listed(step.output))


def _passed_over(step: Step, unit: str) -> bool:
    """Whether an act filled an office with others, although this unit could have been chosen."""
    office = str(step.inputs["id"]).partition(":")[0] in ("head", "deputy")
    return office and unit in step.inputs["options"] and unit not in step.output


def _open(decision: Decision, unit: str, names: Names) -> Iterator[str]:
    """The open questions that this unit is an option of."""
    concerns = [question for question in decision.questions if unit in question.options]
    if concerns:
        yield names.say("explain-open")
    for question in concerns:
        yield from _line(f"{names.question(question.id)} ({plain(question.id)})", question.basis)
