"""Checks a record of an emulation cluster's decision: python -m emulverify RECORD.

One file, the standard library alone, written from docs/record-format.md ("RF") and docs/deciding-again.md ("DA") by
somebody who had not seen the program. docs/verifier.md says what is checked and what the exit status means.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from hashlib import sha256
from itertools import takewhile
from math import ceil, floor
from typing import Any, NamedTuple

Json = Any
MOST_BYTES, MOST_TOKENS, MOST_DEPTH = 16 << 20, 800_000, 32
UNLIMITED = 10**9  # Stands for a number that is not known yet, or that nothing limits.
OUTCOME = ("status", "gates", "standings", "awards", "offices", "questions", "waiting")
KEYS = "answers cluster format policy rules ruleset season semantics steps units warnings"
STEP = ("n", "step", "unit", "rule", "basis", "inputs", "output")
SHOWN = {"gate": "gates", "standing": "standings", "award": "awards", "office": "offices"}
ANSWERS = ("choice", "votes", "number", "places", "value")
MOVES = ("turn", "deputy")
OF_ACT = ("among", "ballots", "names", "decided_by", "on", "source", "trust")


class FaultError(Exception):
    """Its arguments: the check that does not hold (0: what is not decided again here), where, and the status."""


def demand(check: int, holds: Any, where: Any) -> None:
    if not holds:
        raise FaultError(check, where, 3 if check == 0 else 15 if check < 5 else 11)


# ---- Whether a record is in order (RF, The bytes, The body, Checking a record) ----


def write(value: Json) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=spell)


def walk(value: Json, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Json]]:
    """Every value, with the keys that lead to it."""
    yield path, value
    if isinstance(value, (dict, list)) and len(path) < MOST_DEPTH:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from walk(inner, (*path, key))


def read(data: bytes) -> Json:
    """What the bytes hold, in the one form that they may have (check 1)."""
    demand(1, len(data) <= MOST_BYTES and sum(map(data.count, (b",", b"[", b"{"))) <= MOST_TOKENS, "byte 0")
    try:
        body = json.loads(data.decode())
        again = write(body).encode()
    except (ValueError, RecursionError) as error:
        before = getattr(error, "doc", "")[: getattr(error, "pos", 0)]
        raise FaultError(1, f"byte {getattr(error, 'start', len(before.encode()))}", 15) from None
    if again != data:
        same = [*takewhile(lambda pair: pair[0] == pair[1], zip(again, data, strict=False))]
        raise FaultError(1, f"byte {len(same)}", 15)
    for path, value in walk(body):
        whole = value is None or isinstance(value, bool) or (type(value) is int and 0 <= value <= 999_999_999)
        text = isinstance(value, str) and unicodedata.is_normalized("NFC", value)
        keys = isinstance(value, list) or (isinstance(value, dict) and all(map(str.isascii, value)))
        demand(1, whole or text or (keys and len(path) < MOST_DEPTH), path)
    return body


def check_form(body: Json) -> None:
    """Checks 2 to 4."""
    demand(2, isinstance(body, dict) and type(body.get("semantics")) is int, "semantics")
    demand(2, re.fullmatch("emulrules/decision/[1-9][0-9]{0,8}", str(body.get("format"))), "format")
    if (body["format"], body["semantics"]) != ("emulrules/decision/1", 1):
        raise FaultError(2, "format", 14)
    demand(3, {*body} - {"reviewed", "grants"} == {*OUTCOME, *KEYS.split()}, [*body])
    demand(3, len({"reviewed" in body, "grants" in body, "councils" in body["rules"]}) == 1, "rules.councils")
    demand(3, all({*step} == {*STEP} and step["n"] == n for n, step in enumerate(body["steps"], 1)), "steps")
    demand(3, all({*each} == {"hook", "subject", "by", "answer"} for each in body["answers"]), "answers")
    kinds = {(each["hook"], each["subject"]): each["answer"]["kind"] for each in body["answers"]}
    given = [each for each in body["answers"] if each["answer"]["kind"] != "defer"]
    demand(3, len(given) == len(kinds) and "defer" not in kinds.values() and [*kinds] == sorted(kinds), "answers")
    for part, value in outcome(body).items():
        demand(4, write(body[part]) == write(value), part)


def outcome(body: Json) -> dict[str, Json]:
    """What follows from the steps."""
    kinds = SHOWN | ({"grant": "grants", "cut": "grants"} if "grants" in body else {})
    found: dict[str, Json] = {part: [] for part in kinds.values()}
    state = {}
    for step in body["steps"]:
        if step["step"] in kinds:
            basis = {} if step["step"] == "standing" else {"basis": step["basis"]}
            found[kinds[step["step"]]].append({"unit": step["unit"], **step["output"], **basis})
        if step["step"] in ("award", "award-state"):
            state[step["unit"], step["output"]["award"]] = step["output"]["state"]
    for each in found["awards"]:
        each["state"] = state[each["unit"], each["award"]]
    found["standings"].sort(key=lambda each: (each["place"] is None, each["place"] or 0, each["unit"]))
    status = "pending" if body["questions"] or body["waiting"] else "complete"
    found["ruleset"] = {key: body["rules"][key] for key in ("id", "in_force")}
    return found | {"status": status, "cluster": body["season"]["cluster"]}


def measure(text: str) -> Fraction:
    """What a measure means, which has but one spelling."""
    demand(5, re.fullmatch("-?[0-9]+([./][0-9]+)?", text) and spell(Fraction(text)) == text, f"measure: {text}")
    return Fraction(text)


def spell(value: Fraction) -> str:
    above, below = abs(value.numerator), value.denominator
    demand(5, max(above, below).bit_length() < 13_300, "measure")
    sign = "-" if value < 0 else ""
    if 10**12 % below:
        return f"{sign}{above}/{below}"
    whole, rest = divmod(above * 10**12 // below, 10**12)
    return f"{sign}{whole}.{rest:012d}".rstrip("0").rstrip(".")


def due(entry: Json, whole: int) -> int:
    """The due number of a threshold (DA, Voters and conditions)."""
    if "at_least" in entry:
        return max(1, ceil(measure(entry["at_least"]) * whole))
    return floor(measure(entry["more_than"]) * whole) + 1 if "more_than" in entry else 1


def measured(leaf: Json, cell: Json) -> Fraction | None:
    """The points of one cell by the method of its leaf (DA, Points)."""
    method, down, top = leaf["method"], leaf["kind"] == "deduction", measure(leaf.get("max", "0"))
    if cell == "n/a" or (method == "proportion" and "plan" not in cell):
        return None
    if method == "entered":
        return -measure(cell) if down else measure(cell)
    if method == "pass-fail":
        return Fraction(-top if down else top) if cell == ("fail" if down else "pass") else Fraction()
    if method == "bands":
        bands = (band for band in leaf["bands"] if measure(cell) >= measure(band.get("at_least", cell)))
        above = (band for band in bands if "more_than" not in band or measure(cell) > measure(band["more_than"]))
        return measure(next(above)["points"])
    if method == "proportion":
        points = top * measure(cell["actual"]) / measure(cell["plan"]) * (-1 if down else 1)
    elif method == "net":
        points = measure(cell["plus"]) * measure(leaf["each"]) + measure(cell["minus"]) * measure(leaf["each_minus"])
        points = max(points, measure(leaf["min"])) if "min" in leaf else points
    elif method == "held":
        points = sum((measure(each["points"]) for each in leaf["held"] if each["award"] in cell), Fraction())
    else:
        points = measure(cell) * measure(leaf["each"])
    if "max" not in leaf or (leaf["above_max"] and method == "proportion"):
        return points
    return max(points, -top) if down else min(points, top)


@dataclass
class Group:
    """Units that are equal so far: the chain that was asked for, the keys that are done, and what it is stuck on."""

    units: list[str]
    ranked: bool = True
    chain: list[Json] | None = None
    done: frozenset[str] = frozenset()
    stuck: Sequence[str] = ()


def by_level(level: dict[str, Any], like: Group) -> list[Group]:
    """Groups of the units that have the same, the most first."""
    values = sorted({*level.values()}, reverse=True)
    return [replace(like, units=sorted(unit for unit in level if level[unit] == value)) for value in values]


def descend(groups: Sequence[Group], slots: int) -> tuple[list[str], Group | None, int]:
    """Down the groups while slots are left: who is above the line, the group that it runs through, and its slots."""
    sure = list[str]()
    for group in groups:
        if len(sure) < slots < len(sure) + len(group.units):
            return sure, group, slots - len(sure)
        sure += group.units if len(sure) < slots else []
    return sure, None, 0


def settle(groups: list[Group], line: int, part: Callable[[Group, int], list[Group]]) -> list[Group]:
    """Parts the group that a line runs through, until it runs through none, or one that is stuck."""
    while True:
        _, group, slots = descend(groups, line)
        if group is None or group.stuck:
            return groups
        place = groups.index(group)
        groups = [*groups[:place], *part(group, slots), *groups[place + 1 :]]


class Again:
    """Decides again (DA): `steps` and `questions` come out. What steps and questions cite is taken from the record."""

    def __init__(self, body: Json) -> None:
        self.body, self.rules, self.season = body, body["rules"], body["season"]
        self.acts = {act["question"]: act for act in self.season.get("acts", [])}
        self.answers = {(each["hook"], each["subject"]): each for each in body["answers"]}
        gaps = [each | {"path": f"undefined.{each['id']}"} for each in reversed(self.rules.get("undefined", []))]
        self.undefined = {each["what"]: each for each in gaps}
        self.bases = {each["id"]: each["basis"] for each in body["questions"]}
        self.steps, self.questions, self.answered = list[Json](), dict[str, Json](), set[str]()
        self.given, self.taken = dict[str, Award](), set[str]()
        units = [*self.rules.get("units", {}).items(), *self.season.get("units", {}).items()]
        self.within = {unit: each["within"] for unit, each in units if "within" in each}

    def step(self, kind: str, rule: str, output: Json, unit: str | None = None, **inputs: Json) -> None:
        n = len(self.steps)
        basis = self.body["steps"][n]["basis"] if n < len(self.body["steps"]) else []
        about = {"n": n + 1, "step": kind, "unit": unit, "rule": rule, "basis": basis}
        self.steps.append(about | {"inputs": inputs, "output": output})

    def as_recorded(self, what: str, *about: str) -> list[Json]:
        """Takes the recorded steps that stand next, as far as they are about this, without deciding them again."""
        rest, own = self.body["steps"][len(self.steps) :], {*about}
        found = [*takewhile(lambda each: own & {each["step"], each["rule"], each["inputs"].get("criterion")}, rest)]
        self.steps, self.taken = self.steps + found, self.taken | ({what} if found else set())
        return found

    def answer(self, hook: str, subject: str = "") -> Json:
        entry: Json = self.answers.get((hook, subject))
        demand(5, entry and entry["by"] in ("standard", self.rules["policy"]), f"answers: {hook} {subject}")
        return entry["answer"]

    def ask(self, question: str, asks: str, options: Any, least: int, most: Any, rule: str, **more: Any) -> Json:
        """The act that answers; None while that is open. More: `of`, `after`, whether in a `chain`, and `named`."""
        act, of, after = self.acts.get(question), more.get("of"), [*dict.fromkeys(more.get("after", ()))]
        asked = {"id": question, "of": of, "options": [*options], "least": least, "most": most}
        if act is None:
            self.questions[question] = asked | {"asks": asks, "basis": self.bases.get(question, []), "after": after}
        elif not after and question not in self.answered:
            demand(5, self.fulfils(act, asks, asked, **more), f"acts: {question}")
            self.answered.add(question)
            said = [act[key] for key in ANSWERS if key in act] or ["not-held"]
            self.step("act", rule, said[0], **asked, **{key: act.get(key) for key in OF_ACT})
            if "ballots" in act and of != "council" and "voting" in self.rules:
                counts = {way: self.meeting.get(way) for way in self.voting}
                least = sum(number or 0 for number in counts.values())
                others = sum(number for way, number in self.meeting.items() if way not in counts)
                most = len(self.members) - others if None in counts.values() else least
                demand(5, act["ballots"] <= most, f"acts: {question}")
                known = least if least == most else None
                self.step("voters", "voting", known, question=question, ballots=act["ballots"], **counts)
        return act if question in self.answered else None

    def fulfils(self, act: Json, asks: str, asked: Json, **more: Any) -> bool:
        of, options, said = asked["of"], {*asked["options"]}, [key for key in ANSWERS if key in act]
        units, places = {*act.get("choice", ()), *act.get("places", ())}, [*act.get("places", {}).values()]
        votes, ballots, number = act.get("votes", {}), act.get("ballots", 0), act.get("number", len(units))
        most = UNLIMITED if asked["most"] is None else asked["most"]
        sound = (
            said == [asks] if act["held"] else more.get("chain") and not said,
            "votes" in act or not {"ballots", "names"} & {*act},
            of is None or act.get("decided_by", of) == of,
            {*act["among"]} == options if "among" in act else not (more.get("named") and act["held"]),
            {*units, *votes} <= options,
            "votes" not in act or ("ballots" in act and {*votes} == options),
            max(votes.values(), default=0) <= ballots <= (self.people(of) or UNLIMITED),
            sum(votes.values()) <= ballots * act.get("names", len(votes)),
            all(place == 1 + sum(other < place for other in places) for place in places),
            said in ([], ["votes"]) or asked["least"] <= number <= most,
        )
        return all(sound)

    def won_before(self, award: str) -> Json:
        own, act = self.season.get("before", {}).get(award, self.former.get(award)), self.acts.get(f"before:{award}")
        demand(5, own is None or act is None, f"before:{award}")
        demand(0, own is not None or act is not None, "questions that ask for facts")
        return act["choice"] if act else own

    def people(self, of: str | None) -> int | None:
        act = self.acts.get("fact:council:members", {"number": self.season.get("council", {}).get("members")})
        return len(self.members) if of != "council" else act["number"]

    def begin(self) -> None:
        season, rules, cluster = self.season, self.rules, self.season["cluster"]
        changes = {unit: each for unit, each in season.get("units", {}).items() if "roster" in each}
        dated, followed = rules.get("rosters"), [*rules.get("successions", []), *season.get("successions", [])]
        listed = sorted(dated[0]["members"] if dated else rules["clusters"][cluster]["members"])
        self.members = sorted({*listed, *changes} - {unit for unit in changes if changes[unit]["roster"] == "leaves"})
        if followed:
            self.members = [each["id"] for each in self.body["units"]]
            gone = {unit for each in followed for unit in each["from"]} - {*self.members}
            said = {key: season.get(key) for key in ("outgoing", "before", "former", "scores", "turns")}
            named = {each for path, value in walk(said) for each in (*path, value if isinstance(value, str) else "")}
            demand(0, not gone & named, "what passes on from a unit that is no more")
        n = len(self.members)
        bounds: Json = {"before:head": (1, 1), "before:deputies": (0, min(2, n)), "before:turns": (n, n)}
        for fact in sorted(act for act in self.acts if act.startswith(("fact:", "before:"))):
            number, (least, most) = re.fullmatch("fact:.*:.*", fact), bounds.get(fact, (0, n))
            asks = "number" if number else "places" if fact == "before:turns" else "choice"
            least = int(fact.endswith((":staff", ":members"))) if number else least
            most = most if not number or ":meeting:" in fact else None
            self.ask(fact, asks, [] if number else self.members, least, most, f"acts.{fact}")
        self.taken = {"former seasons"} if "former" in season else set()
        former = self.as_recorded("former seasons", "former")
        self.former = {each["inputs"].get("award"): each["output"] for each in former}
        if followed:
            self.as_recorded("successions", "roster", "succession", "roster-change")
        else:
            self.step("roster", f"rosters.{dated[0]['id']}" if dated else f"clusters.{cluster}", listed)
        for unit in [unit for unit in changes if "source" in changes[unit] and not followed]:
            self.step("roster-change", f"units.{unit}", changes[unit]["roster"], unit)
        told, absent = [act for act in self.acts if "fact:meeting:" in act], rules.get("voting", {}).get("absent")
        self.meeting = season.get("meeting", {}) | {act[13:]: self.acts[act].get("number") for act in told}
        self.voting = ["present", *{"written": ["consulted"], "proxy": ["proxies"]}.get(absent, [])]
        for entry in rules.get("conditions", []):
            ways = self.voting if entry["what"] == "taking-part" else ["present"]
            stated = {way: self.meeting.get(way) for way in ways}
            demand(0, sum(number or 0 for number in stated.values()) >= due(entry, n), "questions that ask for facts")
            threshold = entry.get("at_least", entry.get("more_than"))
            self.step("condition", f"conditions.{entry['id']}", "met", base=n, threshold=threshold, **stated)

    def gates(self) -> None:
        answer, self.rotation = self.answer("unit_gates"), self.answer("head_rotation")
        self.on_hold, out = set[str](), set[str]()
        for each in answer.get("gated", []):
            path, effect = each["rule"]["path"], each["effect"]
            self.step("gate", path, {"gate": path.rpartition(".")[2], "effect": effect}, each["unit"])
            (out if effect == "out" else self.on_hold).add(each["unit"])
        self.inside = [unit for unit in self.members if unit not in out]
        demand(0, all(each["effect"] != "out" for each in answer.get("unknown", [])), "questions that ask for facts")

    def points(self) -> None:
        scores, self.criteria = self.season.get("scores", {}), self.rules.get("criteria", [])
        self.values, self.total = dict[str, dict[str, Fraction | None]](), dict[str, Fraction]()
        above = {each.get("parent") for each in self.criteria}
        lowest = {each.get("method") for each in self.criteria if each["id"] not in above}
        told = {each["answer"]["kind"] for (hook, _), each in self.answers.items() if hook == "criterion_points"}
        self.scored = any(scores.values()) or (lowest == {"policy"} and "undefined" not in told)
        if self.scored:
            self.weights = {key: measure(text) for key, text in self.answer("criterion_weights")["values"].items()}
            demand(5, {*self.weights} == {each["id"] for each in self.criteria}, "answers: criterion_weights")
            for leaf in [each for each in self.criteria if "method" in each]:
                self.values[leaf["id"]] = self.leaf(leaf, f"criteria.{leaf['id']}", scores.get(leaf["id"], {}))
            self.total = {unit: self.total_of(unit) for unit in self.inside}

    def leaf(self, leaf: Json, path: str, cells: dict[str, Json]) -> dict[str, Fraction | None]:
        found = dict[str, Fraction | None]()
        staged = any(isinstance(cell, dict) and not {*cell} & {"actual", "plus"} for cell in cells.values())
        if staged or leaf["method"] in ("relative", "policy"):
            own = (path, f"{path}.rounding", leaf["id"])
            for step in self.as_recorded("points by stages or relative or of a plugin", *own):
                if step["step"] in ("points", "round"):
                    found[step["unit"]] = step["output"] and measure(step["output"])
            return {unit: found[unit] for unit in self.inside}
        for unit, cell in [(unit, cells[unit]) for unit in self.inside]:
            inputs = cell if isinstance(cell, dict) else {"held" if isinstance(cell, list) else "cell": cell}
            found[unit] = measured(leaf, cell)
            self.step("points", path, found[unit], unit, **({"plan": None} if "actual" in inputs else {}) | inputs)
        return {unit: self.round(found[unit], leaf, path, unit) for unit in self.inside}

    def round(self, value: Fraction | None, entry: Json, path: str, unit: str) -> Fraction | None:
        if value is None or "rounding" not in entry:
            return value
        mode, places = entry["rounding"]["mode"], min(entry["rounding"]["places"], 12)
        scaled, half = value * 10**places, Fraction(1, 2)
        away = floor(scaled + half) if scaled > 0 else ceil(scaled - half)
        whole = {"floor": floor(scaled), "ceiling": ceil(scaled), "half-up": away, "half-even": round(scaled)}[mode]
        after = Fraction(whole, 10**places)
        if after != value:
            self.step("round", f"{path}.rounding", after, unit, value=value, mode=mode, places=places)
        return after

    def summed(self, unit: str, **below: str | None) -> Fraction | None:
        """The weighted sum of the criteria below a parent, or of a kind at the top (DA, Totals)."""
        chosen = [each for each in self.criteria if all(each.get(key) == value for key, value in below.items())]
        values = {each["id"]: self.valued(each, unit) for each in chosen}
        known = [self.weights[key] * value for key, value in values.items() if value is not None]
        return sum(known, Fraction()) if known else None

    def valued(self, entry: Json, unit: str) -> Fraction | None:
        path, top, leaf = f"criteria.{entry['id']}", measure(entry.get("max", "0")), "method" in entry
        value = self.values[entry["id"]][unit] if leaf else self.summed(unit, parent=entry["id"])
        demand(0, value is not None or entry["kind"] != "points", "points that do not apply")
        if leaf or value is None:
            return value
        self.step("sum", path, value, unit)
        if "max" in entry and entry["cap"]:
            cut = min(value, top) if entry["kind"] != "deduction" else max(value, -top)
            if cut != value:
                self.step("cap", path, cut, unit, sum=value)
            value = cut
        return self.round(value, entry, path, unit)

    def total_of(self, unit: str) -> Fraction:
        scale = self.rules.get("scale", {})
        path = "scale" if scale else "order" if "order" in self.rules else "criteria"
        total = self.summed(unit, parent=None, kind="points") or Fraction()
        for kind, name in (("bonus", "bonus"), ("deduction", "deduct")):
            more = self.summed(unit, parent=None, kind=kind)
            if more is not None:
                top = measure(scale["bonus"]) if kind == "bonus" and "bonus" in scale else more
                if more > top:
                    self.step("cap", path, top, unit, sum=more)
                self.step(name, path, min(more, top), unit)
                total += min(more, top)
        self.step("total", path, total, unit)
        return self.round(total, scale, path, unit) or Fraction()

    def next_key(self, group: Group, skipped: Iterable[str] = ()) -> Json:
        """The key that a group goes on with, its values those of the group alone; None without one."""
        if group.chain is None:
            group.chain = self.answer("tie_break_keys", ",".join(group.units)).get("keys", [])
        for key in [each for each in group.chain if each["id"] not in group.done | {*skipped}]:
            values = key.get("values", {})
            demand(0, "then" not in key or len(values) == len(group.units), "ties by keys that begin anew")
            if key["by"] != "value" or None not in [values[unit] for unit in group.units]:
                return key | {"values": {unit: values.get(unit) for unit in group.units}}
            demand(0, not {*key.get("lacks", {})} & {*group.units}, "questions that ask for facts")
        return None

    def parted(self, group: Group, key: Json) -> list[Group]:
        values = {unit: measure(text) for unit, text in key["values"].items()}
        parts = by_level(values, replace(group, done=group.done | {key["id"]}))
        self.step("tie", key["rule"]["path"], [part.units for part in parts], tied=group.units, values=values)
        demand(0, key.get("then") != "restart" or len(parts) in (1, len(group.units)), "ties by keys that begin anew")
        return parts

    def refined(self, groups: list[Group]) -> list[Group]:
        found = list[Group]()
        for group in groups:
            key = self.next_key(group) if len(group.units) > 1 and group.ranked and not group.stuck else None
            found += self.refined(self.parted(group, key)) if key and key["by"] == "value" else [group]
        return found

    def cut(self, prefix: str, skipped: set[str], group: Group, slots: int) -> list[Group]:
        """The parts of a group by one key, for a line that leaves it so many slots; stuck, where that is open."""
        key, gap = self.next_key(group, skipped) if group.ranked else None, self.undefined.get("ties", {"path": "ties"})
        if key and key["by"] == "value":
            return self.parted(group, key)
        path, name = (key["rule"]["path"], key["id"]) if key else (gap["path"], "undefined")
        by, of = (key["by"], key.get("asks")) if key else ("", gap.get("ask"))
        more = {"of": of, "chain": bool(key), "named": by in ("ballot", "lot") or prefix.startswith("place:")}
        question, asks = f"{prefix}:{name}", "votes" if by == "ballot" else "choice"
        act = self.ask(question, asks, group.units, slots, slots, path, **more)
        if act is None or not act["held"]:
            skipped.add(name)
            return [group if act else replace(group, stuck=[question])]
        level = act.get("votes") or {unit: unit in act["choice"] for unit in group.units}
        parts = by_level(level, replace(group, done=group.done | {name}) if by == "ballot" else group)
        self.step("tie", path, [part.units for part in parts], tied=group.units, question=question)
        return parts

    def standings(self) -> None:
        order, inside, n = self.rules.get("order", {}), self.inside, len(self.inside)
        places, by, ballot = order.get("name_places", []), order.get("by"), order.get("by") == "ballot"
        demand(0, not (self.scored and "shortlist" in order), "ballots on a short list")
        groups = [Group(inside, ranked=False)]
        self.ask_standing: Callable[[], Json] = lambda: demand(5, by, "order")
        if by == "points" and self.scored:
            groups = by_level(self.total, Group([]))
        elif by and n == 1 and "standing" not in self.acts:
            groups = [Group(inside)]
        elif by:
            inner = [place for place in places if place <= n]
            asks, least, of = ("votes", n, None) if ballot else ("places", max(inner, default=0), "meeting")
            more = {"of": order.get("asks", of), "named": ballot}
            self.ask_standing = lambda: self.ask("standing", asks, inside, least, n, "order", **more)
            act = self.ask_standing() if inner or "standing" in self.acts else None
            level = (act.get("votes") or {unit: -place for unit, place in act["places"].items()}) if act else {}
            rest = [unit for unit in inside if unit not in level]
            groups = [*by_level(level, Group([])), Group(rest, ranked=False)]
        groups = self.refined(groups)
        for line in sorted({place - 1 for place in places} | {*places}):
            _, through, _ = descend(groups, line)
            if through and through.ranked:
                groups = self.refined(settle(groups, line, partial(self.cut, f"place:{line}", set())))
        self.groups, place, self.at_place = groups, 1, [group for group in groups for _ in group.units]
        for group in groups:
            for unit in group.units:
                tied = [other for other in group.units if other != unit and group.ranked]
                output = {"place": place if group.ranked else None, "tied_with": tied, "total": self.total.get(unit)}
                self.step("standing", "order", output, unit)
            place += len(group.units)

    def headship(self) -> None:
        for limit in self.rules.get("limits", []):
            units = sorted(self.given[limit["award"]].chosen) if limit.get("award") in self.given else []
            if units:
                self.step("limit", f"limits.{limit['id']}", "decided-above", award=limit["award"], units=units)
        told = self.rotation
        if told["kind"] == "undefined":
            method = "elected" if told.get("ask") in ("members", "meeting") else "appointed"
            told = {"method": method, "asks": told.get("ask"), "rule": {"path": told["what"]}}
            if told["asks"] is None:
                return
        demand(0, "recognised" not in self.season, "recognition")
        path, seats = told["rule"]["path"], told.get("deputies")
        for bar in told.get("barred", []):
            for unit in bar["units"] or []:
                self.step("bar", bar["rule"]["path"], bar["offices"], unit)
        self.holders, self.open_head = list[str](), list[str]()
        self.office(told, path, "head", None, "head")
        for unit in self.holders if told.get("queue") else []:
            queue = [*(other for other in told["queue"] if other != unit), unit]
            self.step("turn", path, queue, unit, queue=told["queue"])
        for seat in [None] if seats is None else seats:
            self.office(told, path, "deputy", seat, f"deputy:{seat}" if seats and len(seats) > 1 else "deputy")

    def office(self, told: Json, path: str, office: str, seat: str | None, name: str) -> None:
        """Who holds an office, or the question on it (DA, Headship)."""
        method, head, free = told["method"], office == "head", office != "head" and seat is None
        of, follows = told.get("asks", "head" if method == "handed-over" else None), head and method in MOVES
        bars = [bar for bar in told.get("barred", []) if office in bar["offices"]]
        shut = {*self.holders, *(told.get("declined", []) if head else ())}
        shut |= {unit for bar in bars for unit in bar["units"] or []}
        eligible = told.get("eligible", {}).get(seat or office, self.members)
        able = [unit for unit in self.members if unit in eligible and unit not in shut]
        alone, known = False, not able or all(bar["units"] is not None for bar in bars)
        if follows:
            line = [told["elected"]] if "elected" in told else told.get("queue" if method == "turn" else "moving")
            first = [unit for unit in line or able if unit in able]
            known = known and (line is not None or len(able) <= int(method == "turn"))
            if method == "turn":
                able, alone = first[:1] or able, bool(first) and "elected" not in told
            elif line and first:
                able, alone = first, True
        demand(0, known, "questions that ask for facts")
        open_head = {*self.open_head} & {*able}
        demand(0, free or not open_head, "seats of deputies while the head is open")
        if not able and not free:
            self.step("vacant", path, office, seat=seat)
        if able and (free or len(able) > 1 or name in self.acts):
            gap = self.undefined.get("headship.deputies", {}) if free else {}
            least, most = (0, min(2, len(able))) if free else (1, 1)
            more = {"of": gap.get("ask", of), "after": ["head"] if open_head else []}
            act = self.ask(name, "choice", able, least, most, gap.get("path", path), **more)
            self.open_head += [] if act else able
            able = sorted(act["choice"]) if act else []
        people = "elected" if of in ("members", "meeting", None) else "appointed"
        state = {"turn": "turn" if alone else people, "deputy": "moved-up" if alone else people}.get(method, method)
        for unit in able:
            self.step("office", path, {"office": office, "seat": seat, "state": state}, unit)
        self.holders += able

    def run(self) -> Json:
        """The record as it comes out."""
        demand(5, self.body["policy"] == self.rules["policy"], "policy")
        demand(0, "reviewed" not in self.body, "councils")
        for part in (self.begin, self.gates, self.points, self.standings):
            part()
        left = {each["id"]: each for each in self.rules.get("awards", [])}
        while left:
            related = {key: [*left[key].get("requires", []), *left[key].get("excludes", [])] for key in left}
            key = next(key for key in left if not {*left} & {*related[key]})
            self.given[key] = Award(self, left.pop(key))
        demand(0, not re.search(r"\b(hold|revoked):|:replacement", " ".join(self.acts)), "after the meeting")
        self.headship()
        waiting = sorted({*self.acts} - self.answered)
        return {"steps": self.steps, "waiting": waiting, "questions": [*self.questions.values()]}


class Award:
    """One award: who may have it, how many, and the chain that chooses (DA, Awards)."""

    def __init__(self, case: Again, entry: Json) -> None:
        self.case, self.entry, self.award, self.path = case, entry, entry["id"], f"awards.{entry['id']}"
        self.chosen, self.opened, self.candidates = dict[str, str](), list[str](), list[str]()
        self.shut_out()
        gap = case.undefined.get(f"{self.path}.choose", {})
        steps = entry["choose"] or ([{"id": "undefined", "by": "decision", "asks": gap["ask"]}] if "ask" in gap else [])
        if steps:
            self.choose(steps, self.quota(steps))
        for unit in sorted(self.chosen):
            state = "held" if unit in case.on_hold else "proposed"
            case.step("award", self.chosen[unit], {"award": self.award, "state": state}, unit)

    def shut_out(self) -> None:
        """Who may have it, and what that waits for (DA, Who may have it)."""
        case, entry, may, opened = self.case, self.entry, {*self.case.inside}, set[str]()
        demand(0, "grounds" not in entry, "grounds of awards")
        excludes = entry.get("excludes", [])
        for key in (*excludes, *entry.get("requires", [])):
            other = case.given[key]
            able = {*other.candidates} if other.opened else {*other.chosen}
            may, opened = may - {*other.chosen} if key in excludes else may & able, opened | {*other.opened}
        for key in entry.get("requires_before", []):
            won = {*case.won_before(key)}
            may &= won
            case.step("won-before", self.path, sorted(won & {*case.members}), award=key)
        self.candidates, self.after, limit = sorted(may), sorted(opened), entry.get("at_most", {"number": UNLIMITED})
        parents = [case.within.get(unit, {}).get(limit.get("per")) for unit in may]
        demand(0, max(map(parents.count, parents), default=0) <= limit["number"], "awards that count by parent")

    def quota(self, steps: list[Json]) -> int:
        """How many; unlimited while that is open (DA, Quota)."""
        case, question, path = self.case, f"quota:{self.award}", f"{self.path}.quota"
        places, by_place = [place for step in steps for place in step.get("places", [])], {step["by"] for step in steps}
        near = [unit for place in places for group in case.at_place[place - 1 : place] for unit in group.units]
        n = len({*self.candidates}.intersection(near if by_place == {"place"} else self.candidates))
        if "quota" not in self.entry and by_place == {"place"}:
            told: Json = {"kind": "places", "rest": False, "number": len(places), "rule": {"path": self.path}}
        elif not n and question not in case.acts:
            return 0
        else:
            told = case.answer("award_quota", self.award)
        if told["kind"] == "undefined":
            act = case.ask(question, "number", [], 0, None, path, of=told["ask"])
            self.after += [] if act else [question]
            if act:
                case.step("quota", path, act["number"], question=question)
            return int(act["number"]) if act else UNLIMITED
        if told["rest"] and self.after:
            return UNLIMITED
        number, path = n if told["rest"] else told["number"], told["rule"]["path"]
        if told["kind"] == "quota":
            keys = ("base", "rounding", *(("share", "bound", "least", "most") if "share" in told else ()))
            inputs = {key: told.get(key) for key in keys} | ({"base": n} if told["rest"] else {})
            part = measure(told.get("share", "0")) * (told.get("base") or 0)
            exact = {"floor": floor(part), "not-more-than": floor(part), "ceiling": ceil(part)}
            exact |= {"half-up": floor(part + Fraction(1, 2)), "less-than": max(0, ceil(part) - 1)}
            least = max(exact[told.get("rounding") or told.get("bound", "floor")], told.get("least", 0))
            demand(5, "share" not in told or number == min(least, told.get("most", least)), question)
            case.step("quota", path, number, **inputs)
        act = case.ask(question, "number", [], 0, None, path) if question in case.acts else {"number": number}
        demand(5, act["number"] == number, question)
        return int(number)

    def choose(self, steps: list[Json], slots: int) -> None:
        ended = set[str]()
        for step, turn in ((each, turn) for each in steps for turn in range(1, min(each.get("rounds", 1), 10) + 1)):
            path, by = f"{self.path}.choose.{step['id']}", step["by"]
            question = f"award:{self.award}:{step['id']}" + (f":{turn}" if turn > 1 else "")
            units = [unit for unit in self.candidates if unit not in self.chosen]
            left = min(slots - len(self.chosen), len(units))
            if left <= 0 or self.opened or step["id"] in ended:
                continue
            if by in ("standing", "place") and self.after:
                self.opened += self.after
            elif by == "place":
                self.by_place(step["places"], path, slots - len(self.chosen))
            elif by == "standing":
                self.by_standing(path, units, left)
            else:
                base, ways = step.get("base", "ballots"), {"present": ["present"]}
                ways["present-or-consulted"] = ["present", "consulted"]
                counts = [self.case.meeting.get(way) for way in ways.get(base, [])]
                members = self.case.people(step.get("asks") if base == "members" else None)
                whole = members if base not in ways else None if None in counts else sum(map(int, counts))
                demand(0, by != "ballot" or whole is not None, "ballots on a base that may be asked for")
                more = {"of": step.get("asks"), "after": self.after, "chain": True, "named": by == "ballot"}
                act = self.case.ask(question, "votes" if by == "ballot" else "choice", units, 0, left, path, **more)
                self.opened += [] if act else [question]
                held = act and act["held"]
                ended |= set() if held else {step["id"]}
                if held and by == "ballot":
                    number = act["ballots"] if base == "ballots" else whole
                    self.by_ballot(step, path, act, units, left, number or 0)
                elif held:
                    self.chosen |= dict.fromkeys(act["choice"], path)

    def by_place(self, places: list[int], path: str, left: int) -> None:
        for group in [group for place in places for group in self.case.at_place[place - 1 : place]]:
            fit = [unit for unit in group.units if unit in self.candidates and unit not in self.chosen]
            if len(group.units) > 1 or not group.ranked:
                demand(0, "at_most" not in self.entry, "awards that count by parent")
                self.opened += [each for each in group.stuck or ["standing"] if each not in self.opened]
            elif left > 0:
                self.chosen |= dict.fromkeys(fit, path)
            left -= 1 if fit or len(group.units) > 1 or not group.ranked else 0

    def by_standing(self, path: str, units: list[str], left: int) -> None:
        groups = [replace(group, units=[unit for unit in group.units if unit in units]) for group in self.case.groups]
        _, tie, slots = descend(groups, left)
        unranked = tie and not tie.ranked and not self.case.ask_standing()
        stuck = ["standing"] if unranked else [*tie.stuck] if tie else []
        if tie and not stuck:
            demand(0, self.entry["boundary"] == "cut" or not tie.ranked, "ties that an award includes or excludes")
            groups = settle(groups, left, partial(self.case.cut, f"award:{self.award}", set()))
        sure, rest, _ = descend(groups, left)
        self.chosen |= dict.fromkeys(sure, path)
        self.opened += stuck or (rest.stuck if rest else [])
        if tie and not stuck:
            chosen = [unit for unit in tie.units if unit in self.chosen]
            self.case.step("line", path, chosen, tied=tie.units, slots=slots, boundary=self.entry["boundary"])

    def by_ballot(self, step: Json, path: str, act: Json, units: list[str], left: int, number: int) -> None:
        """Who is chosen in a round of a ballot, of whom the threshold is a part of a number (DA, Ballots)."""
        reached = [unit for unit in units if act["votes"][unit] >= due(step, number)]
        inputs = {"base": number, "threshold": step.get("at_least", step.get("more_than"))}
        self.case.step("threshold", path, reached, question=act["question"], **inputs)
        groups = settle([Group(reached)], left, partial(self.over_quota, act["votes"]))
        self.chosen |= dict.fromkeys(descend(groups, left)[0], path)

    def over_quota(self, votes: dict[str, int], tie: Group, slots: int) -> list[Group]:
        """The parts of those who reached the threshold, by the next step for more than there are slots."""
        steps = [*self.entry.get("over_quota", []), {"id": "", "by": "decision"}]
        step = next(each for each in steps if each["id"] not in tie.done)
        path, tie = f"{self.path}.over_quota.{step['id']}".rstrip("."), replace(tie, done=tie.done | {step["id"]})
        level, more = votes, dict[str, Any](among=tie.units, parent=None) if "at_most" in self.entry else {}
        if step["by"] != "votes":
            chair, number = step["by"] == "chair-vote", 1 + sum(":" in each for each in tie.done)
            question = f"award:{self.award}:over-quota" + (f":{number}" if number > 1 else "")
            least, most, of = (0, len(tie.units), "chair") if chair else (slots, slots, step.get("asks"))
            more, tie = more | {"question": question}, replace(tie, done=tie.done | {question})
            flags = {"of": of, "chain": bool(step["id"]), "named": True}
            act = self.case.ask(question, "choice", tie.units, least, most, path, **flags)
            self.opened += [] if act else [question]
            if not act or not act["held"]:
                return [replace(tie, stuck=self.opened)]
            level = {unit: int(unit in act["choice"]) for unit in tie.units}
        parts = by_level({unit: level[unit] for unit in tie.units}, tie)
        if step["by"] != "decision":
            sure, rest, _ = descend(parts, slots)
            self.case.step("over-quota", path, sure, tied=rest.units if rest else [], slots=slots, **more)
        return parts


# ---- Comparing, and what is printed ----

CHECKS = ["byte chuẩn tắc | canonical bytes", "phiên bản | version", "khóa, thứ tự | keys and order"]
CHECKS += ["kết quả theo các bước | the outcome follows", "quyết định lại được | can be decided again"]
CHECKS += ["các bước | the steps again", "kết quả, câu hỏi | the outcome and the questions again"]
NEVER = "cảnh báo, căn cứ, khóa ở sâu, câu của standard | warnings, citations, keys further down, answers by standard"
VERDICTS = {0: "KHỚP | MATCH", 3: "ĐÚNG Ở PHẦN ĐÃ XÉT | SOUND IN WHAT WAS CHECKED", 10: "KHÁC | ANOTHER RECORD"}
VERDICTS |= {11: "SAI LỆCH | DIVERGED", 14: "KHÔNG HỖ TRỢ | UNSUPPORTED", 15: "KHÔNG HỢP LỆ | INVALID"}
MALFORMED = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, StopIteration, RecursionError)


class Verdict(NamedTuple):
    """The exit status; by check whether it holds, if it was made to the end; where what differs is, and both values."""

    status: int
    held: Mapping[int, bool | None]
    where: Any = ""
    step: int | None = None
    values: tuple[Json, Json] = (None, None)


def compare(body: Json, again: Json, taken: Sequence[str]) -> Verdict:
    """The first difference, looked for in the steps, then in the outcome (RF, Checking a record)."""
    stopped, again = "questions" not in again, body | again | outcome(body | again)
    differ = [part for part in ("steps", *OUTCOME) if write(body[part]) != write(again[part])]
    held = dict.fromkeys(range(1, 6), True) | {6: "steps" not in differ, 7: not {*differ} - {"steps"}}
    if not differ:
        return Verdict(3 if taken else 0, held | dict.fromkeys((6, 7) if stopped else (), None), ", ".join(taken))
    one, other = (dict(walk({differ[0]: json.loads(write(each[differ[0]]))})) for each in (body, again))
    parted = [path for path in {**one, **other} if write(one.get(path, "∅")) != write(other.get(path, "∅"))]
    kinds = {path: {type(one.get(path)), type(other.get(path))} for path in parted}
    path = next(path for path in kinds if kinds[path] not in ({dict}, {list}))
    step = path[1] + 1 if path[0] == "steps" else None
    inner = ".".join(map(str, path[2:] if step else path))
    where = f"step {step}, {one.get((*path[:2], 'rule'))}: {inner}" if step else inner
    return Verdict(10 if held[7] else 11, held, where, step, (one.get(path), other.get(path)))


def verify(data: bytes) -> Verdict:
    """All checks, as far as they can be made; never an exception, whatever the bytes are."""
    check = 3
    try:
        body = read(data)
        check_form(body)
        check, again = 5, Again(body)
        try:
            found = again.run()
        except FaultError as part:  # From a part that is not decided again, the rest is taken as recorded.
            demand(part.args[0], part.args[0] == 0, part.args[1])
            again.taken.add(f"{part.args[1]} (from step {len(again.steps) + 1} on)")
            found = {"steps": again.steps + body["steps"][len(again.steps) :]}
        return compare(body, found, sorted(again.taken))
    except FaultError as fault:
        check, where, status = fault.args
    except MALFORMED as error:
        where, status = f"{type(error).__name__}: {error}", 15 if check == 3 else 11
    return Verdict(status, dict.fromkeys(range(1, check), True) | {check: False}, where)


def main(arguments: Sequence[str]) -> int:
    """Prints the record's id, each check, the first difference, and in the last line the verdict."""
    try:
        with open(arguments[0], "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, IndexError) as error:
        print(f"python -m emulverify RECORD: {error}", file=sys.stderr)
        return 2
    verdict = verify(data)
    words = {True: "đạt | holds", False: "SAI | FAILS", None: "không kiểm tra | not checked"}
    lines = [sha256(data).hexdigest(), f"-  {NEVER}: không xem | not looked at"]
    lines += [f"{n}. {text}: {words[verdict.held.get(n)]}" for n, text in enumerate(CHECKS, 1)]
    if verdict.status == 3:
        lines.append(f"-  {verdict.where}: lấy như đã ghi | taken as recorded, not decided again")
    elif verdict.status:
        lines.append(f"{verdict.where}: {' ≠ '.join(map(write, verdict.values))}")
    lines.append(VERDICTS[verdict.status])
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join("".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in line) for line in lines))
    return verdict.status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
