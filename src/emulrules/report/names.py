"""What things are called in a report, in one language: units, awards, offices, those asked, rules and questions.

Identifiers of the rules stay out of sentences wherever the data has a name; what has none is shown by its id.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from emulrules.model.award import Ground
from emulrules.model.decision import Decision, Question
from emulrules.model.exact import spell
from emulrules.model.order import TieStep
from emulrules.model.rule import ASKED
from emulrules.model.ruleset import Cluster, Ruleset
from emulrules.model.table import Table, table
from emulrules.questions import POINTS, is_aftermath
from emulrules.report.collation import collation_key
from emulrules.report.quoting import plain
from emulrules.report.table_order import table_order
from emulrules.value import field, frozen
from emulrules.voters import TURNOUT
from emulrules.wording import say, sentence

__all__ = ["Names"]

_KINDS: Final = ("criteria", "ties", "gates", "conditions", "limits", "undefined", "rosters", "successions")


@frozen
class Names:
    """The names of one ruleset's things; `cluster` is the one that is decided, None where none is.

    `point_table` are the ids of the criteria in its order, where that is known.
    """

    rules: Ruleset
    cluster: Cluster | None
    units: Table[str, str] = field(converter=table)
    language: str = "vi"
    point_table: tuple[str, ...] = ()

    @classmethod
    def of(cls, decision: Decision, language: str, listed: tuple[str, ...] = ()) -> "Names":
        """The names that a decision is told in."""
        units = {unit.id: unit.name for unit in decision.units}
        return cls(decision.rules, decision.rules.clusters.get(decision.season.cluster), units, language, listed)

    def say(self, code: str, /, **data: object) -> str:
        """A sentence of the report's part of the catalogue in this language."""
        return say(f"report-{code}", self.language, **data)

    def phrase(self, prefix: str, id_: str) -> str:
        """The words for a shared identifier, or the identifier itself where the catalogue has none."""
        code = f"{prefix}-{id_}"
        return self.say(code) if sentence(f"report-{code}") is not None else plain(id_)

    def day(self, day: date | str) -> str:
        """A day as this language writes it."""
        value = date.fromisoformat(day) if isinstance(day, str) else day
        return value.strftime("%d/%m/%Y") if self.language == "vi" else value.isoformat()

    def measure(self, value: Any) -> str:
        """A measure as this language writes decimals, a count as it is, nothing as a dash.

        Never for what could be pasted into a season, whose decimals have a point in every language.
        """
        if value is None:
            return "–"
        return self._decimal(spell(value)) if isinstance(value, Fraction) else plain(str(value))

    def _decimal(self, spelt: str) -> str:
        return spelt.replace(".", ",") if self.language == "vi" else spelt

    def percent(self, value: Fraction) -> str:
        """A part of a whole as a percentage where that ends, otherwise as a fraction."""
        shown = spell(value * 100)
        return self.measure(value) if "/" in shown else f"{self._decimal(shown)}%"

    def share(self, value: Fraction) -> str:
        """A threshold; a part of a whole as a percentage, where that ends.

        Not for values that could be anything else than a part of a whole.
        """
        return self.percent(value) if 0 < value < 1 else self.measure(value)

    def figure(self, id_: str, value: Fraction) -> str:
        """What a criterion's points came from; a percentage where its bands are parts of a whole."""
        bands = next((criterion.bands for criterion in self.rules.criteria if criterion.id == id_), ())
        thresholds = [of for band in bands for of in (band.at_least, band.more_than) if of is not None]
        # A threshold of just 1 might count things; one between 0 and 1 is a part of a whole.
        shares = all(of <= 1 for of in thresholds) and any(0 < of < 1 for of in thresholds)
        return self.percent(value) if shares else self.measure(value)

    def points(self, value: Fraction | None) -> str:
        """Points of a criterion, or that it does not apply."""
        return self.say("mark-n-a") if value is None else self.measure(value)

    def rounded(self, mode: str, places: int) -> str:
        """How points are rounded."""
        to = self.say("round-places", places=places) if places else self.say("round-whole")
        return self.say(f"round-{mode}", to=to)

    # Units

    def unit(self, id_: str) -> str:
        """The full name of a unit."""
        if id_ in self.units:
            return plain(self.units[id_])
        return plain(self.rules.units[id_].name) if id_ in self.rules.units else plain(id_)

    def sort(self, units: Iterable[str]) -> list[str]:
        """Units by id, in the order in which Vietnamese sorts their names."""
        return sorted(units, key=lambda unit: (collation_key(self.unit(unit)), unit))

    def listed(self, units: Iterable[str]) -> str:
        """The names of units, sorted; names hold commas, so semicolons part them."""
        return "; ".join(self.unit(unit) for unit in self.sort(units))

    # Offices and those who are asked

    @property
    def kind(self) -> str:
        """`cluster` or `bloc`, which their heads are named by."""
        return "cluster" if self.cluster is None else self.cluster.kind

    def office(self, office: str, seat: str | None = None) -> str:
        """What an office is called here, with its seat where there are several."""
        title = self.say(f"office-{office}-{self.kind}")
        return title if seat in (None, "deputy") else f"{title} ({plain(str(seat))})"

    def asked(self, of: str | None) -> str:
        """Whom a question is put to."""
        if of not in ASKED:
            return self.say("asked-nobody")
        return self.say(f"asked-{of}", head=self.office("head"), deputy=self.office("deputy"))

    # Rules

    def award(self, id_: str) -> str:
        """The name of an award."""
        return next((plain(award.name) for award in self.rules.awards if award.id == id_), plain(id_))

    def parent(self, per: str, parent: str) -> str:
        """A parent of units, which has no other name than its id."""
        return self.say("parent", per=self.phrase("parent", per), parent=plain(parent))

    def criterion(self, id_: str) -> str:
        """The name of a criterion."""
        return next((plain(criterion.name) for criterion in self.rules.criteria if criterion.id == id_), plain(id_))

    @cached_property
    def sheet(self) -> dict[str, int]:
        """Where each criterion stands on the score sheet, by id."""
        return table_order(self.rules.criteria, self.point_table)

    def scored_by(self, table: str) -> str:
        """The clusters that are scored by a point table, a dash where none is."""
        clusters = [plain(cluster.name) for cluster in self.rules.clusters.values() if cluster.table == table]
        return "; ".join(sorted(clusters, key=collation_key)) or "–"

    def stage(self, id_: str) -> str:
        """The name of a stage of scoring."""
        return next((plain(stage.name) for stage in self.rules.stages if stage.id == id_), plain(id_))

    def rule(self, path: str) -> str:
        """What the rule at `path` of the merged ruleset is about."""
        head, _, rest = path.partition(".")
        if head == "acts" or ":" in head:
            question = rest if head == "acts" else path
            named = self.question(question)
            # What became of a hold or an award is no figure.
            return named if is_aftermath(question) else self.say("rule-acts", question=named)
        if head == "awards":
            return self._award_rule(rest)
        if head == "headship" and rest.startswith("bars."):
            return self.say("rule-bar", id=plain(rest.removeprefix("bars.")))
        if path == "scale.rounding":
            return self.say("rule-rounding-total")
        if head == "stages":
            return self.say("rule-stages", name=self.stage(rest))
        if head in ("headship", "order", "scale", "scoring", "voting"):
            return self.say(f"rule-{head}", head=self.office("head"), deputy=self.office("deputy"))
        if head == "ties":
            return self._tie_rule(rest)
        if head in _KINDS:
            return self._entry(head, rest)
        if head in ("clusters", "councils"):
            return self.say(f"rule-{head}")
        if head == "reviews":
            return self.say("rule-reviews", award=self.award(rest.partition(".")[0]))
        if head == "units":
            return self.say("rule-units", unit=self.unit(rest))
        return self.question(path) if self._is_question(path) else plain(path)

    def ground(self, ground: Ground) -> str:
        """A ground of an award in words."""
        what = self.award(ground.award) if ground.award is not None else self.phrase("fact", ground.fact or "")
        return self.say(f"award-ground-{ground.years}", what=what)

    def _award_rule(self, rest: str) -> str:
        id_, _, part = rest.partition(".")
        award = self.award(id_)
        if not part:
            return award
        kind, _, step = part.partition(".")
        if kind in ("quota", "at_most"):
            return self.say("rule-quota" if kind == "quota" else "rule-at-most", award=award)
        if kind == "replacement":
            return self.say("question-replacement", award=award)
        if kind == "grounds":
            return self.say("rule-ground", award=award, ground=plain(step))
        code = "rule-choose" if kind == "choose" else "rule-over-quota"
        return self.say(code, award=award, step=self._in_step(id_, step))

    def _in_step(self, award: str, step: str, round_: str = "") -> str:
        """The step of an award's chain in brackets, or nothing where it is all of the chain."""
        chain = next((rule.choose for rule in self.rules.awards if rule.id == award), ())
        if not step or (not round_ and [choose.id for choose in chain] == [step]):
            return ""
        if step == "undefined":
            return self.say("in-undefined")
        if any(rule.id == step and rule.by == "lot" for rule in self.rules.ties):
            return self.say("in-lot", step=plain(step))
        return self.say("in-round" if round_ else "in-step", step=plain(step), round=plain(round_))

    def _tie_rule(self, id_: str) -> str:
        step: TieStep | None = next((step for step in self.rules.ties if step.id == id_), None)
        if step is None:
            return self.say("rule-tie", step=self._in_step("", id_))
        if step.by == "criterion" and step.criterion is not None:
            return self.say("rule-tie-criterion", name=self.criterion(step.criterion))
        if step.by == "share" and step.share is not None:
            share = f"{step.share.of}/{step.share.in_}"
            return self.say("rule-tie-share", share=self.phrase("share", share.replace("/", "-")))
        code = f"rule-tie-{step.by}" if step.by in ("head-to-head", "ballot", "decision", "lot") else "rule-tie"
        return self.say(code, step=self.say("in-step", step=plain(id_)))

    def _entry(self, head: str, id_: str) -> str:
        if head == "criteria":
            criterion, _, part = id_.partition(".")
            return self.say("rule-rounding" if part else "rule-criteria", name=self.criterion(criterion))
        if head == "gates":
            return self.say("rule-gates", fact=self.gate(id_))
        return self.say(f"rule-{head}", id=plain(id_))

    def gate(self, id_: str) -> str:
        """The fact that a gate looks at."""
        return next((self.phrase("fact", gate.fact) for gate in self.rules.gates if gate.id == id_), plain(id_))

    def says(self, path: str) -> str:
        """What a limit or an undefined rule says of itself; every other rule as `rule` words it."""
        entries = {limit.rule.path: limit.says for limit in self.rules.limits}
        entries |= {undefined.rule.path: undefined.says for undefined in self.rules.undefined}
        return plain(entries[path]).rstrip(".") if path in entries else self.rule(path)

    # Questions

    @staticmethod
    def _is_question(id_: str) -> bool:
        return id_ in ("standing", "head", "deputy")

    def question(self, id_: str) -> str:
        """What a question is about, as a noun; sentences are built around it."""
        kind, _, rest = id_.partition(":")
        first, _, second = rest.partition(":")
        if kind == "award":
            return self._award_question(first, second)
        if kind == "place":
            code = "question-place-first" if first == "1" else "question-place"
            return self.say(code, line=plain(first), step=self._in_step("", second))
        if kind == "quota":
            return self.say("question-quota", award=self.award(rest))
        if kind == "deputy":
            return self.say("question-deputy", deputy=self.office("deputy", rest or None))
        if kind == "before":
            if first == "fact" and second:
                return self.say("question-had-before", fact=self.phrase("fact", second))
            if second:
                return self._heir_question(first, second)
            if rest not in ("head", "deputies", "turns"):
                return self.say("question-won-before", award=self.award(rest))
            code = f"question-before-{rest}" if rest != "head" else "question-before"
            return self.say(code, head=self.office("head"), deputy=self.office("deputy"))
        if kind == "fact":
            return self._fact_question(first, second)
        if kind == "hold":
            return self.say("question-hold", unit=self.unit(first), gate=self.gate(second))
        if kind == "revoked":
            return self.say("question-revoked", unit=self.unit(second), award=self.award(first))
        if kind in ("standing", "head"):
            return self.say(f"question-{kind}", head=self.office("head"))
        return plain(id_)

    def _heir_question(self, what: str, unit: str) -> str:
        """Who counts in the place of a unit that there is no more."""
        if what in ("head", "deputies"):
            offices = {"head": self.office("head"), "deputy": self.office("deputy")}
            return self.say(f"question-heir-{what}", unit=self.unit(unit), **offices)
        return self.say("question-heir-award", unit=self.unit(unit), award=self.award(what))

    def _award_question(self, award: str, step: str) -> str:
        name = self.award(award)
        if step.partition(":")[0] == "replacement":
            return self.say("question-replacement", award=name)
        per, _, rest = step.partition(":")
        parent, _, line = rest.partition(":")
        if line:
            # A line through the units of one parent is named by it.
            of_parent = f"question-{self._over_quota(award, line) or 'award'}-of"
            among = self.parent(per, parent)
            return self.say(of_parent, award=name, parent=among, step=self._in_step(award, line.partition(":")[0]))
        if (code := self._over_quota(award, step)) is not None:
            return self.say(f"question-{code}", award=name)
        step, _, round_ = step.partition(":")
        return self.say("question-award", award=name, step=self._in_step(award, step, round_))

    def _over_quota(self, award: str, line: str) -> str | None:
        """Whether a question is for the chair's vote, or else for who of too many units has a slot; None if neither."""
        step, _, number = line.partition(":")
        if step != "over-quota":
            return None
        chain = next((rule.over_quota for rule in self.rules.awards if rule.id == award), ())
        asking = [step.by for step in chain if step.by != "votes"]
        asked = int(number) if number.isdecimal() else 1
        return "chair-vote" if asking[asked - 1 : asked] == ["chair-vote"] else "over-quota"

    def _fact_question(self, first: str, second: str) -> str:
        if not second:
            return self.say("question-fact", fact=self.phrase("fact", first))
        if f"fact:{first}:{second}" in TURNOUT:
            return self.say(f"question-{'council' if first == 'council' else second}")
        if second == POINTS:
            return self.say("question-points", unit=self.unit(first))
        return self.say("question-figure", fact=self.phrase("figure", second), unit=self.unit(first))

    def questions(self, ids: Iterable[str]) -> str:
        """Several questions by what they are about."""
        return "; ".join(self.question(id_) for id_ in ids)

    def count(self, question: Question) -> str:
        """How many may or must be named, as a sentence; the form of the answer decides its words."""
        least, most = question.least, question.most
        if (question.id, question.asks) == ("standing", "votes"):
            return self.say("count-votes-of-all", n=len(question.options))
        if most is None:
            return self.say(f"count-{question.asks}-least", least=least)
        if least == most:
            return self.say(f"count-{question.asks}-exactly", n=most)
        if least == 0:
            return self.say(f"count-{question.asks}-most", most=most)
        return self.say(f"count-{question.asks}-between", least=least, most=most)
