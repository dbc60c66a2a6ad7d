"""Checks a record of an emulation cluster's decision: python -m emulverify RECORD [--lang en].

One file, the standard library alone, written from docs/record-format.md ("RF") and docs/deciding-again.md ("DA") by
somebody who had not seen the program. Comments name the section that a function follows. Exit status as in RF,
"Checking a record": 0 match, 10 and 11 differences, 14 unsupported, 15 invalid; 2 if the file cannot be read.
"""

import json
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from hashlib import sha256
from typing import Any, NamedTuple

Json = Any
Path = tuple[Any, ...]

# ---- What every object holds (RF, The body, season, rules, answers). `key?` is optional, and left out if empty; `key!`
# is optional and may be empty. [t] keeps an order, (t) is sorted, (t@k) sorted by the key k, {t} an object of t by id,
# `=a/b` one of these words, `~` or null.
SHAPES = """
body: format text; semantics count; cluster id; season season; ruleset version; rules rules; policy text; answers
 (answer@hook,subject); status =pending/complete; units (named@id); gates [gated]; standings [placed]; awards [given];
 offices [office]; questions [question]; waiting (text); warnings (warning@code,rule); steps [step]; reviewed?
 (reviewed@cluster); grants! [grant]
version: id id; in_force day
named: id id; name text
gated: unit id; gate text; effect =out/hold; basis [text]
placed: unit id; place count~; tied_with (id); total measure~
given: award id; unit id; state =proposed/held/refused/cancelled/yielded; basis [text]
office: office =head/deputy; seat text~; unit id; basis [text]; state
 =elected/acclaimed/handed-over/turn/moved-up/appointed/recognised
question: id text; asks =choice/votes/number/places/value; of text~; options [text]; least count; most count~; basis
 [text]; after [text]; within? [part]
part: parent id; units (id); most count
warning: rule text; units (id); code
 =reported-rule/assumed-rule/reported-act/assumed-act/undefined/rescaled/relative-scale/settled-without-rule/decided-above/unchecked/proposed-before/vacant/whole-tie
step: n count; step text; unit id~; rule text; basis [text]; inputs object; output any
grant: award id; unit id; state =granted/raised/held/cut; basis [text]; why
 =limit/parent/votes/not-chosen/requires/excludes~
reviewed: record sha; ruleset id; cluster id; units {text}; within? {{id}}; leader? id; proposals? [proposal]
proposal: award id; unit id; state =proposed/held/refused/cancelled/yielded
season: ruleset id; cluster id; season year; in_force? day; sources? {source}; outgoing! outgoing; turns! turns;
 meeting! meeting; council? council; facts? {(id)}; before? {(id)}; facts_before? {(id)}; units? {entry}; successions?
 (succession@id); criteria? (criterion@id); scores? {{cell}}; recognised? recognised; acts? (act@question); former?
 {former}
source: document text; number? text; issued? day; seen? text
outgoing: head? id; deputies! (id)
turns: queue? [id]; source? id; events? [event]
event: unit id; event =joined/left/declined/elected; source id
meeting: present? count; consulted? count; proxies? count
council: members count
entry: women? count; staff? count; roster? =joins/leaves; name? text; source? id; type? id; within? {id}
recognised: source id; on? day
former: record sha; authority? text; head? id; deputies! (id); turns! [id]; awards? {(id)}; facts? {(id)}
act: question text; source id; trust T; held bool; choice! (id); votes! {count}; number? count; places! {count};
 value? text; among! (id); ballots? count; names? count; decided_by? text; on? day
rules: id id; title text; authority text; policy text; in_force day; seasons span; sources? {source}; clusters?
 {cluster}; units? {member}; rosters? (roster@id); successions? (succession@id); scale? scale; tables? {table};
 stages? [stage]; scoring? scoring; criteria? (criterion@id); gates? (gate@id); conditions? (condition@id); voting?
 voting; order? order; ties? [tie]; awards? [award]; limits? (limit@id); councils? {above}; reviews? [review];
 headship? headship; undefined? (undefined@id)
span: first year; last? year
cluster: name text; members (id); basis [text]; trust T; kind =cluster/bloc; table? id
member: name text; aliases? (text); type? id; within? {id}
roster: id id; cluster id; members (id); on day; basis [text]; trust T; final bool; season? year
succession: id id; from (id); to (id); on day; kind =renamed/merged/split; basis [text]; trust T; final bool; season?
 year; cluster? id; carries? (=seat/turn/award/points)
rounding: mode =floor/ceiling/half-up/half-even; places count; basis? [text]; trust? T
scale: basis [text]; trust T; points? measure; bonus? measure; rounding? rounding
table: name text; basis [text]; trust T; points? measure; bonus? measure; rounding? rounding
stage: id id; name text; by =unit/cross/head/head-and-deputies/agency/meeting/council; basis [text]; trust T; final
 bool
scoring: take =last/mean/max/agreed; basis [text]; trust T
criterion: id id; name text; basis [text]; trust T; kind =points/bonus/deduction; weight measure; cap bool; frame
 bool; above_max bool; final bool; parent? id; table? id; max? measure; min? measure; bands? [band]; least? measure;
 method? =entered/proportion/relative/pass-fail/bands/count/net/held/policy; most? measure; each? measure; each_minus?
 measure; leader? =ratio/amount; at_plan? measure; held? (worth@award); not_applicable? =rescale; no_target?
 =not-applicable/own-group; stages? (id); imposed_by? (id); rounding? rounding; step? measure
band: points measure; at_least? measure; more_than? measure
worth: award id; points measure
gate: id id; fact id; effect =out/hold; basis [text]; trust T; final bool
condition: id id; what =present/taking-part; base =members; basis [text]; trust T; final bool; at_least? measure;
 more_than? measure
voting: absent =written/proxy/excluded; basis [text]; trust T
order: by =points/ballot/points-then-ballot/meeting; basis [text]; trust T; asks? text; name_places? (count);
 shortlist? shortlist
shortlist: number count; boundary =include/exclude
tie: id id; inherit bool; final bool; by? =criterion/share/head-to-head/ballot/decision/lot; basis? [text]; trust? T;
 criterion? id; share? share; at_least? measure; more_than? measure; over? (id); then? =restart/continue; asks? text
share: of =women/staff; in =women/staff
award: id id; name text; basis [text]; trust T; choose [choose]; boundary =cut/include/exclude; final bool; quota?
 quota; over_quota? [over]; requires? (id); excludes? (id); requires_before? (id); grounds? (ground@id); at_most? per
choose: id id; by =standing/place/meeting/ballot/decision; rounds count; asks? text; places? (count); at_least?
 measure; more_than? measure; base? =members/units/present/present-or-consulted/ballots; basis? [text]; trust? T
quota: rest bool; number? count; table? [row]; ask? text; share? measure; not_more_than? measure; less_than? measure;
 base? =units/members; rounding? =floor/ceiling/half-up; least? count; most? count; basis? [text]; trust? T
row: units [count]; number count
over: id id; by =votes/chair-vote/decision; asks? text; basis? [text]; trust? T
ground: id id; years count; fact? id; award? id; basis? [text]; trust? T
per: number count; per id
limit: id id; says text; basis [text]; trust T; final bool; award? id; at_most? measure; base? id; number? count; ask?
 text; per_parent? per; uncounted? [id]
above: name text; basis [text]; trust T
review: id id; basis [text]; trust T; among =proposals/leaders; raises bool; final bool; choose? [choose]; over_quota?
 [over]; requires? (id); excludes? (id)
headship: by =elected/acclaimed/handed-over/turn/deputy/appointed; basis [text]; trust T; final bool; asks? text;
 bars? (bar@id); deputies! [seat]; recognised_by? text; type? id; declined? =back/stays; seat_of? id
bar: id id; for (=head/deputy); basis [text]; trust T; who? =outgoing; fact? id
seat: seat id; type? id
undefined: id id; what text; says text; basis [text]; trust T; final bool; ask? text
answer: hook =criterion_weights/tie_break_keys/award_quota/head_rotation/unit_gates/criterion_points; subject text; by
 text; answer reply
rule: path text; basis [text]; trust T
weights: kind text; values {measure}
tie-keys: kind text; keys? [key]
key: id id; by =value/ballot/decision/lot; rule rule; asks? text; values? {measure~}; lacks? {[=women/staff]}; then?
 =restart/continue
quota-reply: kind text; number count~; rule rule; rest bool; base? count; rounding? =floor/ceiling/half-up; share?
 measure; bound? =not-more-than/less-than; least? count; most? count
rotation: kind text; rule rule; asks? text; barred? [barred]; deputies! [id]; recognised_by? text; eligible? {(id)};
 method =elected/acclaimed/handed-over/turn/deputy/appointed; queue! [id]; declined? [id]; elected? id; moving! [id]
barred: id id; offices (=head/deputy); units (id)~; rule rule; fact? id
gates: kind text; gated? [held]; unknown? [missing]
held: unit id; effect =out/hold; rule rule
missing: fact id; effect =out/hold; rule rule
points: kind text; values {measure~}; rule rule
undefined-reply: kind text; what text; trust T; basis? [text]; ask? text
defer: kind text
"""
REPLIES = {"quota": "quota-reply", "undefined": "undefined-reply"} | {
    kind: kind for kind in ("weights", "tie-keys", "rotation", "gates", "points", "defer")
}
PATTERNS = {
    "id": re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
    "sha": re.compile(r"[0-9a-f]{64}"),
    "day": re.compile(r"\d{4}-\d\d-\d\d", re.ASCII),
    "year": re.compile(r"\d{4}(-\d{4})?", re.ASCII),
}
# RF, Checking a record, 3: the most that is read.
MOST = {"gates": 50, "awards": 50, "stages": 20, "ties": 100, "rosters": 200, "successions": 200}
MOST_ENTRIES, MOST_CELLS, MOST_DEPTH, MOST_BYTES, MOST_TOKENS, MOST_DIGITS = 2000, 100_000, 32, 16 << 20, 800_000, 4000
SECONDS = 60.0  # After that deciding again is given up, which is never a match.


class Key(NamedTuple):
    kind: str
    optional: bool
    may_be_empty: bool


def shapes() -> dict[str, dict[str, Key]]:
    """SHAPES, by name and key."""
    read = {}
    for line in SHAPES.replace("\n ", " ").strip().splitlines():
        name, keys = line.split(": ", 1)
        read[name] = {
            key.rstrip("?!"): Key(kind.replace("T", "=read/reported/assumed"), key[-1] in "?!", key[-1] == "!")
            for key, kind in (each.split() for each in keys.split(";"))
        }
    return read


class FaultError(Exception):
    """What is wrong, "in Vietnamese|in English", and where: a path of keys, or a byte."""

    def __init__(self, check: int, what: str, path: Path = (), byte: int | None = None, status: int = 15) -> None:
        super().__init__(what)
        self.check, self.what, self.path, self.byte, self.status = check, what, path, byte, status


# ---- Check 1 (RF, The bytes) ----


def read(data: bytes) -> Json:
    """The value that the bytes hold in the one form that they may have."""
    if len(data) > MOST_BYTES or sum(map(data.count, (b",", b"[", b"{"))) > MOST_TOKENS:
        raise FaultError(1, "quá lớn|too large", byte=0)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FaultError(1, "không phải UTF-8|not UTF-8", byte=error.start) from None
    depth = 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*+"|[\[{\]}]|-?[0-9][0-9.eE+-]*', text, re.DOTALL):
        token, byte, number = found[0], found.start(), found[0][0] not in '"[]{}'
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token, 0)
        plain_text = re.sub(r"\\(u....|.)", " ", token)
        faults = {
            "lồng quá sâu|nested too deep": depth > MOST_DEPTH,
            "số không được phép|a number that may not be": number and not re.fullmatch("0|[1-9][0-9]{0,8}", token),
            "chữ không ở dạng NFC|text that is not NFC": not unicodedata.is_normalized("NFC", plain_text),
            "khóa không phải ASCII|a key that is not ASCII": not token.isascii()
            and text[found.end() : found.end() + 1] == ":",
        }
        for what, bad in faults.items():
            if bad:
                raise FaultError(1, what, byte=len(text[:byte].encode()))
    try:
        body = json.loads(text)
        written = write(body).encode("utf-8")
    except json.JSONDecodeError as error:
        raise FaultError(1, "không phải JSON|not JSON", byte=len(text[: error.pos].encode())) from None
    except (ValueError, RecursionError):
        raise FaultError(1, "chữ không được phép|text that may not be", byte=max(0, data.find(b"\\ud"))) from None
    if written != data:
        byte = next(
            (n for n, pair in enumerate(zip(written, data, strict=False)) if pair[0] != pair[1]),
            min(len(written), len(data)),
        )
        raise FaultError(1, "viết cách khác|in another form", byte=byte)
    return body


def write(value: Json) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def byte_of(body: Json, path: Path) -> int:
    """From which byte on the value at `path` stands, in canonical form."""
    byte = 0
    for step in path:
        if isinstance(body, dict):
            before = [f"{write(key)}:{write(body[key])}," for key in sorted(body) if key < step]
            own = f"{write(step)}:"
        else:
            before, own = [f"{write(inner)}," for inner in body[:step]], ""
        byte += 1 + len("".join(before).encode()) + len(own.encode())
        if not isinstance(body, list) and step not in body:
            return byte - len(own.encode())
        body = body[step]
    return byte


# ---- Check 2 (RF, The body) ----


def check_format(body: Json) -> None:
    family = re.compile(r"emulrules/decision/([1-9]\d{0,8})", re.ASCII)
    if not isinstance(body, dict) or not family.fullmatch(str(body.get("format"))):
        raise FaultError(2, "không phải biên bản quyết định|no record of a decision", ())
    if type(body.get("semantics")) is not int:
        raise FaultError(2, "semantics không phải số|semantics is no number", ("semantics",))
    if (body["format"], body["semantics"]) != ("emulrules/decision/1", 1):
        raise FaultError(2, "bản mới hơn, không kiểm tra được|a version that is not supported", ("format",), status=14)


# ---- Checks 3 and 4 (RF, The spelling of values) ----


def measure(text: str) -> Fraction:
    return Fraction(text)


def spell(value: Fraction) -> str:
    """The one spelling of a measure."""
    above, below = abs(value.numerator), value.denominator
    if max(above, below).bit_length() > MOST_DIGITS * 3.33:
        raise RefusedError("số quá dài|a measure too long")
    sign = "-" if value < 0 else ""
    if 10**12 % below:
        return f"{sign}{above}/{below}"
    whole, rest = divmod(above * (10**12 // below), 10**12)
    return f"{sign}{whole}.{rest:012d}".rstrip("0").rstrip(".") if rest else f"{sign}{whole}"


class Shapes:
    """Walks through a body: the first fault of shape (check 3) and the first of spelling (check 4)."""

    def __init__(self) -> None:
        self.shapes, self.faults, self.cells = shapes(), dict[int, FaultError](), 0

    def fault(self, check: int, what: str, path: Path) -> None:
        self.faults.setdefault(check, FaultError(check, what, path))

    def check(self, value: Json, kind: str, path: Path) -> None:
        if kind[-1] == "~":
            if value is not None:
                self.check(value, kind[:-1], path)
            return None
        if len(path) > 1 and path[0] in ("season", "rules", "answers") and isinstance(value, (list, dict)):
            most = MOST.get(path[-1], MOST_ENTRIES) if path[0] == "rules" and len(path) == 2 else MOST_ENTRIES
            if path[-1] == "choose":
                most = 20
            if len(value) > (50 if path[-1] == "bars" else most):
                return self.fault(3, "quá nhiều mục|too many entries", path)
        if kind[0] in "[(":
            inner, _, key = kind[1:-1].partition("@")
            if not isinstance(value, list):
                return self.fault(3, "phải là danh sách|no list", path)
            for place, each in enumerate(value):
                self.check(each, inner, (*path, place))
            if kind[0] == "(" and not self.faults:
                self.check_sorted(value, key.split(",") if key else [], path)
        elif kind[0] == "{":
            if not isinstance(value, dict):
                return self.fault(3, "phải là bảng|no object", path)
            for each in value:
                self.check(value[each], kind[1:-1], (*path, each))
        elif kind[0] == "=":
            if value not in kind[1:].split("/"):
                self.fault(3, "từ không có|no such word", path)
        elif kind in self.shapes:
            self.check_object(value, kind, path)
        elif kind == "reply":
            name = value.get("kind") if isinstance(value, dict) else None
            if not isinstance(name, str) or name not in REPLIES:
                return self.fault(3, "loại câu trả lời không có|no such kind of answer", path)
            self.check_object(value, REPLIES[name], path)
        elif kind == "cell":
            self.cells += 1
            self.check_cell(value, path, by_stage=True)
        elif kind in ("bool", "object"):
            if not isinstance(value, bool if kind == "bool" else dict):
                self.fault(3, "sai kiểu|of another type", path)
        elif kind == "count":
            if type(value) is not int:
                self.fault(3, "phải là số đếm|no count", path)
        elif kind != "any":
            self.check_word(value, kind, path)
        return None

    def check_word(self, value: Json, kind: str, path: Path) -> None:
        if not isinstance(value, str):
            return self.fault(3, "phải là chữ|no text", path)
        if kind == "measure":
            digits = re.fullmatch(r"-?\d+(\.\d+|/\d+)?", value, re.ASCII)
            if (
                not digits
                or len(value) > MOST_DIGITS + 2
                or re.search(r"/0+$", value)
                or spell(measure(value)) != value
            ):
                self.fault(4, "số viết cách khác|a measure in another spelling", path)
        elif kind in PATTERNS and not PATTERNS[kind].fullmatch(value):
            self.fault(3, "sai dạng|of another form", path)
        elif kind == "day":
            try:
                date.fromisoformat(value)
            except ValueError:
                self.fault(3, "ngày không có|no such day", path)
        elif kind == "year" and len(value) > 4 and int(value[5:]) != int(value[:4]) + 1:
            self.fault(3, "năm không liền nhau|years that do not follow each other", path)
        return None

    def check_object(self, value: Json, name: str, path: Path) -> None:
        if not isinstance(value, dict):
            return self.fault(3, "phải là bảng|no object", path)
        shape = self.shapes[name]
        for key in sorted({*value} | {*shape}):
            if key not in shape:
                self.fault(3, "khóa lạ|an unknown key", (*path, key))
            elif key not in value:
                if not shape[key].optional:
                    self.fault(3, "thiếu khóa|a key is missing", (*path, key))
            else:
                self.check(value[key], shape[key].kind, (*path, key))
                if shape[key].optional and not shape[key].may_be_empty and value[key] in ([], {}):
                    self.fault(4, "trống, phải bỏ|empty, to be left out", (*path, key))
        return None

    def check_cell(self, value: Json, path: Path, by_stage: bool) -> None:
        if value in ("n/a", "pass", "fail"):
            return
        if isinstance(value, list):
            self.check(value, "(id)", path)
        elif not isinstance(value, dict):
            self.check_word(value, "measure", path)
        elif ({*value} <= {"actual", "plan"} and "actual" in value) or {*value} == {"plus", "minus"}:
            self.check(value, "{measure}", path)
        elif by_stage and value and not {*value} & {"actual", "plan", "plus", "minus"}:
            for stage in value:
                self.check_cell(value[stage], (*path, stage), by_stage=False)
        else:
            self.fault(3, "ô điểm sai|no such cell", path)

    def check_sorted(self, values: list[Json], keys: list[str], path: Path) -> None:
        ordered = [tuple(each[key] for key in keys) if keys else each for each in values]
        for place in range(1, len(ordered)):
            twice = ordered[place - 1] == ordered[place] and path != ("answers",)
            if twice or ordered[place - 1] > ordered[place]:
                return self.fault(4, "chưa xếp thứ tự|not sorted", (*path, place))
        return None


def check_shape(body: Json) -> dict[int, FaultError]:
    walk = Shapes()
    walk.check(body, "body", ())
    if not walk.faults:
        if len({key in body for key in ("reviewed", "grants")} | {"councils" in body["rules"]}) > 1:
            walk.fault(3, "khóa của hội đồng|a key of a council's record", ("rules",))
        if walk.cells > MOST_CELLS:
            walk.fault(3, "quá nhiều ô điểm|too many cells", ("season", "scores"))
    return walk.faults


# ---- Checks 5 and 6 (RF, answers; The outcome follows from the steps) ----


def check_order(body: Json) -> None:
    for place, step in enumerate(body["steps"]):
        if step["n"] != place + 1:
            raise FaultError(5, "bước đánh số sai|a step out of number", ("steps", place))
    last: dict[tuple[str, str], tuple[int, str]] = {}
    for place, each in enumerate(body["answers"]):
        subject = each["hook"], each["subject"]
        if last.get(subject, (0, "defer"))[1] != "defer":
            raise FaultError(
                5, "câu trả lời sau câu đã trả lời|an answer after one that is in force", ("answers", place)
            )
        last[subject] = place, each["answer"]["kind"]
    for place, kind in last.values():
        if kind == "defer":
            raise FaultError(5, "câu trả lời cuối lại nhường|the last answer defers", ("answers", place))


def outcome(body: Json) -> dict[str, Json]:
    """What follows from the steps."""
    found: dict[str, list[Json]] = {kind: [] for kind in ("gate", "standing", "award", "office", "grant")}
    state = {}
    keys = {
        "gate": ("gate", "effect"),
        "standing": ("place", "tied_with", "total"),
        "award": ("award", "state"),
        "office": ("office", "seat", "state"),
        "grant": ("award", "state", "why"),
    }
    for place, step in enumerate(body["steps"]):
        kind = {"cut": "grant"}.get(step["step"], step["step"])
        if kind not in keys and kind != "award-state":
            continue
        output = step["output"]
        wanted = keys.get(kind, keys["award"])
        if not isinstance(output, dict) or {*output} != {*wanted} or step["unit"] is None:
            raise FaultError(6, "bước không đủ|a step without what it must hold", ("steps", place))
        entry = {"unit": step["unit"], **output}
        if kind in ("award", "award-state"):
            state[json.dumps((output["award"], step["unit"]))] = output["state"]
        if kind != "award-state":
            found[kind].append(entry if kind == "standing" else {**entry, "basis": step["basis"]})
    for given in found["award"]:
        given["state"] = state[json.dumps((given["award"], given["unit"]))]
    return {
        "cluster": body["season"]["cluster"],
        "ruleset": {key: body["rules"][key] for key in ("id", "in_force")},
        "gates": found["gate"],
        "standings": sorted(
            found["standing"], key=lambda each: (each["place"] is None, each["place"] or 0, each["unit"])
        ),
        "awards": found["award"],
        "offices": found["office"],
        "status": "pending" if body["questions"] or body["waiting"] else "complete",
    } | ({"grants": found["grant"]} if "grants" in body else {})


def check_outcome(body: Json) -> None:
    for key, value in outcome(body).items():
        if write(body[key]) != write(value):
            raise FaultError(6, "không theo các bước|does not follow from the steps", (key,))


class RefusedError(Exception):
    """The season cannot be decided."""


class Rule(NamedTuple):
    path: str
    basis: Sequence[str] = ()
    trust: str = "read"


class Group:
    """Units that are equal so far (DA, Groups, lines and ties). `done` holds (id of a key, whether it asks)."""

    def __init__(self, units: Iterable[str], like: "Group | None" = None, ranked: bool = True) -> None:
        self.units = sorted(units)
        self.ranked: bool = like.ranked if like else ranked
        self.chain: list[Json] | None = like.chain if like else None
        self.done: frozenset[tuple[str, bool]] = like.done if like else frozenset()
        self.stuck: list[str] = like.stuck if like else []

    def only(self, units: Iterable[str]) -> "Group":
        return Group(set(self.units) & set(units), self)


class Line(NamedTuple):
    """A line through a group: how many of it are above, whose slots they are, and the room that it has."""

    group: Group
    slots: int
    parent: str | None
    room: "Room"


class Room:
    """How many slots are left, and how many of each parent (DA, The chain); None where unknown or without a limit."""

    def __init__(
        self, left: int | None, of: dict[str, str], number: int | None, taken: dict[str, int] | None = None
    ) -> None:
        self.left, self.of, self.number, self.taken = left, of, number, dict(taken or {})

    def of_parent(self, unit: str) -> int | None:
        return None if self.number is None else max(0, self.number - self.taken.get(self.of[unit], 0))

    def by_parent(self, units: Iterable[str]) -> dict[str, tuple[list[str], int]]:
        """Each parent's units, of several, and its room."""
        if self.number is None:
            return {}
        parents = sorted({self.of[unit] for unit in units})
        found = {parent: sorted(unit for unit in units if self.of[unit] == parent) for parent in parents}
        return {parent: (each, self.of_parent(each[0]) or 0) for parent, each in found.items()}

    def fits(self, units: Iterable[str]) -> list[str]:
        return sorted(unit for unit in units if self.of_parent(unit) != 0)

    def most_by_parent(self, units: Sequence[str]) -> int:
        return len(units) if self.number is None else sum(min(len(own), n) for own, n in self.by_parent(units).values())

    def most(self, units: Sequence[str]) -> int:
        most = self.most_by_parent(units)
        return most if self.left is None else min(most, max(0, self.left))

    def within(self, units: Sequence[str]) -> list[tuple[str, list[str], int]]:
        return [(parent, own, n) for parent, (own, n) in self.by_parent(units).items() if len(own) > n]

    def take(self, units: Iterable[str]) -> None:
        for unit in units:
            self.left = None if self.left is None else self.left - 1
            if self.number is not None:
                self.taken[self.of[unit]] = self.taken.get(self.of[unit], 0) + 1

    def copy(self) -> "Room":
        return Room(self.left, self.of, self.number, self.taken)


def descend(groups: Sequence[Group], room: Room) -> tuple[list[str], list[Line], set[str]]:
    """Down the groups while slots are left: who is taken for sure, the lines that are met, who is passed over."""
    sure, lines, passed = [], [], set[str]()
    for group in groups:
        if room.left is not None and room.left <= 0:
            break
        fit = room.fits(group.units)
        passed |= {*group.units} - {*fit}
        if room.most(fit) == len(fit):
            sure += fit
            room.take(fit)
            continue
        if room.left is not None and room.most_by_parent(fit) > room.left:
            lines.append(Line(group.only(fit), room.left, None, room.copy()))
            room.left = 0
            break
        for parent, own, slots in room.within(fit):
            lines.append(Line(group.only(own), slots, parent, Room(slots, room.of, None)))
            fit = [unit for unit in fit if unit not in own]
            room.take(own[:slots])
        sure += fit
        room.take(fit)
    return sure, lines, passed


def due(entry: Json, whole: int) -> int:
    """The due number of a threshold (DA, Voters and conditions)."""
    if "at_least" in entry:
        return max(1, -(-measure(entry["at_least"]) * whole // 1))
    return measure(entry["more_than"]) * whole // 1 + 1 if "more_than" in entry else 1


def rounded(value: Fraction, mode: str, places: int) -> Fraction:
    scaled = value * 10**places
    down, half = scaled // 1, Fraction(1, 2)
    if mode == "ceiling":
        down = -(-scaled // 1)
    elif mode != "floor" and (
        scaled - down > half or (scaled - down == half and (down % 2 if mode == "half-even" else down >= 0))
    ):
        down += 1
    return Fraction(down, 10**places)


def years(season: str) -> tuple[int, int]:
    return int(season[:4]), int(season[-4:])


def plain(value: Json) -> Json:
    """As a record holds it."""
    if isinstance(value, Fraction):
        return spell(value)
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, (list, tuple, set)) else value


def by_id(entries: Iterable[Json]) -> dict[str, Json]:
    return {entry["id"]: entry for entry in entries}


class Again:
    """Decides again (DA): `steps`, `questions`, `waits`, `warned`, and which answers were asked for."""

    def __init__(self, body: Json, own: bool = False) -> None:
        self.rules, self.season, self.policy = body["rules"], json.loads(write(body["season"])), body["policy"]
        self.reviewed, self.own = body.get("reviewed"), own
        self.steps: list[Json] = []
        self.questions: dict[str, Json] = {}
        self.warned: dict[tuple[str, str], set[str]] = {}
        self.acts = {act["question"]: act for act in self.season.get("acts", [])}
        self.taken: dict[str, Json] = {}
        self.under: dict[str, str] = {}
        self.waits: set[str] = set()
        self.may: list[str] = []
        self.answers = {(each["hook"], each["subject"]): each for each in body["answers"]}
        self.used: dict[tuple[str, str], Json] = {}
        self.altered: list[Json] = []
        self.sums: dict[str, dict[str, Fraction | None]] = {}
        self.values: dict[str, dict[str, Fraction | None]] = {}
        self.until = time.monotonic() + SECONDS
        self.criteria, self.awards = by_id(self.rules.get("criteria", [])), by_id(self.rules.get("awards", []))
        self.children: dict[str | None, list[Json]] = {}
        for criterion in self.criteria.values():
            self.children.setdefault(criterion.get("parent"), []).append(criterion)
        self.leaves = [each for each in self.criteria.values() if "method" in each]
        self.undefined = {each["what"]: each for each in reversed(self.rules.get("undefined", []))}

    # -- Rules, steps and warnings; questions and acts

    def warn(self, code: str, rule: str, units: Iterable[str] = ()) -> None:
        self.warned.setdefault((code, rule), set()).update(units)

    def rest(self, rule: Rule) -> None:
        if rule.trust != "read":
            self.warn(f"{rule.trust}-rule", rule.path)

    def step(self, step: str, rule: Rule, output: Json, unit: str | None = None, **inputs: Json) -> None:
        if time.monotonic() > self.until:
            raise RefusedError("quá lâu|it takes too long")
        self.rest(rule)
        self.steps.append({"n": len(self.steps) + 1, "step": step, "unit": unit, "rule": rule.path})
        self.steps[-1] |= {"basis": [*rule.basis], "inputs": plain(inputs), "output": plain(output)}

    def rule(self, kind: str, key: str) -> Rule:
        """Of an entry of the rules, by its id."""
        entries = self.rules[kind]
        entry = entries[key] if isinstance(entries, dict) else by_id(entries)[key]
        return Rule(f"{kind}.{key}", entry.get("basis", ()), entry.get("trust", "assumed"))

    def part(self, kind: str) -> Rule:
        """Of a part of the rules that has no id, silent where there is none."""
        return Rule(kind, self.rules[kind]["basis"], self.rules[kind]["trust"]) if kind in self.rules else Rule(kind)

    def gap(self, what: str) -> Rule:
        """Of what is undefined."""
        return self.rule("undefined", self.undefined[what]["id"]) if what in self.undefined else Rule(what)

    def cited(self, source: str) -> str:
        entry = self.season.get("sources", {})[source]
        return str(entry.get("number", entry["document"]))

    def ask(
        self,
        question: str,
        asks: str,
        options: Sequence[str],
        least: int,
        most: int | None,
        rule: Rule,
        of: str | None = None,
        basis: Sequence[str] | None = None,
        after: Iterable[str] = (),
        within: Sequence[tuple[str, list[str], int]] = (),
        chain: bool = False,
        named: bool = False,
    ) -> Json:
        """The act that answers a question, or None."""  # fmt: skip
        after = [*dict.fromkeys(after)]
        if self.under.setdefault(question, rule.path) != rule.path and not question.startswith(("fact:", "before:")):
            raise RefusedError(f"{question}: hỏi hai lần|asked under two rules")
        act = self.acts.get(question)
        if act is None:
            asked: Json = {"id": question, "asks": asks, "of": of, "options": [*options], "least": least, "most": most}
            asked |= {"basis": [*(rule.basis if basis is None else basis)], "after": after}
            if within:
                asked["within"] = [{"parent": parent, "units": units, "most": n} for parent, units, n in within]
            self.questions.setdefault(question, asked)
            return None
        if question in self.taken:
            return act
        self.hold(act, asks, options, least, most, of, within, chain, named, waits=bool(after))
        if after:
            self.waits.add(question)
            return None
        self.taken[question] = act
        inputs = {"id": question, "of": of, "options": options, "least": least, "most": most, "source": act["source"]}
        inputs |= {key: act.get(key) for key in ("among", "ballots", "names", "decided_by", "on", "trust")}
        if within:
            inputs["within"] = {parent: n for parent, _, n in within}
        said = [act[key] for key in ("choice", "votes", "number", "places", "value") if key in act]
        self.step("act", rule, said[0] if said else "not-held", **inputs)
        if act["trust"] != "read":
            self.warn(f"{act['trust']}-act", question, [*act.get("choice", ()), *act.get("places", ())])
        if "ballots" in act:
            self.poll(act, rule, of)
        return act

    def hold(
        self,
        act: Json,
        asks: str,
        options: Sequence[str],
        least: int,
        most: int | None,
        of: str | None,
        within: Sequence[tuple[str, list[str], int]],
        chain: bool,
        named: bool,
        waits: bool,
    ) -> None:
        """Holds an act to its question (DA, Questions and acts)."""  # fmt: skip
        said = [key for key in ("choice", "votes", "number", "places", "value") if key in act]
        ballots, votes = act.get("ballots"), act.get("votes", {})
        faults: list[bool] = [
            said != ([asks] if act["held"] else []) or not (act["held"] or chain),
            ("ballots" in act or "names" in act) and "votes" not in act,
            of is not None and act.get("decided_by", of) != of,
        ]
        if not waits:
            faults.append(
                act.get("among", sorted(options)) != sorted(options) or (named and act["held"] and "among" not in act)
            )
        for units in (act.get("choice"), act.get("places")):
            if units is not None:
                faults += [
                    not {*units} <= {*options},
                    most is not None and len(units) > most,
                    len(units) < least and not waits,
                ]
                faults += [len({*units} & {*own}) > n for _, own, n in within]
        places = act.get("places", {}).values()
        faults += [place != 1 + sum(other < place for other in places) for place in places]
        if "votes" in act:
            faults += [not {*votes} <= {*options}, not waits and {*votes} != {*options}, ballots is None]
            body, (_, may_vote, _) = self.body(of)[1], self.may_vote(of)
            for bound in (body, may_vote):
                faults.append(bound is not None and (ballots or 0) > bound)
            faults += [max(votes.values(), default=0) > (ballots or 0)]
            faults += ["names" in act and sum(votes.values()) > (ballots or 0) * act["names"]]
        if "number" in act:
            faults += [act["number"] < least, most is not None and act["number"] > most]
        if any(faults) or ("value" in act and act["value"] not in options):
            raise RefusedError(f"{act['question']}: không trả lời được câu hỏi|does not answer its question")

    def note(self, question: str, asks: str, options: Sequence[str], least: int, most: int | None) -> Json:
        """What an act states that nobody asks for."""
        rule = Rule(f"acts.{question}", [self.cited(self.acts[question]["source"])])
        return self.ask(question, asks, options, least, most, rule)

    # -- Voters and conditions

    def turnout(self, *ways: str) -> tuple[int, int, list[str]]:
        stated = self.season.get("meeting", {})
        least = sum(stated.get(way, 0) for way in ways)
        others = sum(number for way, number in stated.items() if way not in ways)
        most = least if all(way in stated for way in ways) else len(self.members) - others
        return least, most, [] if least == most else [f"fact:meeting:{way}" for way in ways if way not in stated]

    def body(self, of: str | None) -> tuple[int, int | None, list[str]]:
        if of != "council":
            return len(self.members), len(self.members), []
        number = self.season.get("council", {}).get("members")
        return (1, None, ["fact:council:members"]) if number is None else (number, number, [])

    def ways(self) -> list[str]:
        return [
            "present",
            *{"written": ["consulted"], "proxy": ["proxies"]}.get(self.rules.get("voting", {}).get("absent"), []),
        ]

    def may_vote(self, of: str | None) -> tuple[int, int | None, list[str]]:
        if of == "council" or self.reviewed is not None or "voting" not in self.rules:
            return self.body(of)
        return self.turnout(*self.ways())

    def poll(self, act: Json, rule: Rule, of: str | None) -> None:
        """Who may vote, after an act with ballots."""
        least, most, _ = self.may_vote(of)
        voting = of != "council" and "voting" in self.rules and self.reviewed is None
        if voting:
            stated = {way: self.season.get("meeting", {}).get(way) for way in self.ways()}
            inputs = {"question": act["question"], "ballots": act["ballots"], **stated}
            self.step("voters", self.part("voting"), least if least == most else None, **inputs)
        if act["ballots"] > least:
            self.warn("unchecked", "voting" if voting else rule.path)

    def ask_fact(self, fact: str, rule: Rule, options: Sequence[str] | None = None, **more: Json) -> str:
        """Asks one question on facts; what it asks is told by its name (DA, Facts of the year)."""
        if options is None:
            asks, options, least, most = self.fact(fact)
        else:
            asks, least, most = "choice", more.pop("least", 0), more.pop("most", len(options))
        self.ask(fact, asks, options, least, most, rule, **more)
        return fact

    def conditions(self) -> None:
        for entry in self.rules.get("conditions", []):
            whole, ways = len(self.members), self.ways() if entry["what"] == "taking-part" else ["present"]
            least, most, lacks = self.turnout(*ways)
            rule = self.rule("conditions", entry["id"])
            if least >= due(entry, whole):
                if entry["what"] == "taking-part" and "voting" in self.rules:
                    self.rest(self.part("voting"))
                stated = {way: self.season.get("meeting", {}).get(way) for way in ways}
                threshold = entry.get("at_least", entry.get("more_than"))
                self.step("condition", rule, "met", base=whole, threshold=threshold, **stated)
            elif most < due(entry, whole):
                raise RefusedError(f"{rule.path}: không đạt|not met")
            else:
                for fact in lacks:
                    self.ask_fact(fact, rule)

    # -- Facts of the year, former seasons, roster

    def fact(self, question: str) -> tuple[str, list[str], int, int | None]:
        """What a question on facts asks, its options, the least and the most."""
        words, n = question.split(":"), len(self.members)
        if question in self.passing:
            options, least, most, _ = self.passing[question]
            return "choice", options, least, most
        if words[:2] in (["before", "head"], ["before", "deputies"]) and len(words) == 2:
            return "choice", self.members, int(words[1] == "head"), 1 if words[1] == "head" else min(2, n)
        if question == "before:turns":
            return "places", self.members, n, n
        if question == "fact:council:members" or (words[-1] in ("women", "staff") and len(words) == 3):
            return "number", [], int(words[-1] != "women"), None
        return ("number", [], 0, n) if words[:2] == ["fact", "meeting"] else ("choice", self.members, 0, n)

    def state(self, question: str, act: Json) -> None:
        """Writes what an act states into the season."""
        words, season = question.split(":"), self.season
        if question in self.passing:
            return
        if words[0] == "fact" and len(words) == 3:
            among = {"meeting": ("meeting",), "council": ("council",)}.get(words[1], ("units", words[1]))
            table, key, value = season, words[2], act["number"]
            if among[0] == "units" and (words[1] not in self.members or key not in ("women", "staff")):
                raise RefusedError(f"{question}: không ai hỏi|nobody asks it")
            for each in among:
                table = table.setdefault(each, {})
        elif words[:2] == ["before", "turns"]:
            turns = season.setdefault("turns", {})
            events = [each for each in turns.get("events", []) if each["event"] in ("declined", "elected")]
            if len({*act["places"].values()}) < len(self.members) or ("queue" in turns and self.queue is not None):
                raise RefusedError("before:turns")
            season["turns"] = {"queue": sorted(act["places"], key=act["places"].__getitem__), "events": events}
            return
        else:
            tables = {"fact": "facts", "before": "before"}
            table = season.setdefault("outgoing" if words[1] in ("head", "deputies") else tables[words[0]], {})
            key, value = words[-1], act["choice"][0] if words[1] == "head" else act["choice"]
            if words[:2] == ["before", "fact"]:
                table = season.setdefault("facts_before", {})
        if key in table:
            raise RefusedError(f"{question}: đã nói rồi|said already")
        table[key] = value

    def roster(self) -> None:
        """Who the members are, which successions concern the cluster, and who follows whom."""
        season, rules = self.season, self.rules
        dated = rules["rosters"][0] if rules.get("rosters") else None
        self.listed = dated["members"] if dated else rules["clusters"][season["cluster"]]["members"]
        own = {each["id"] for each in season.get("successions", [])}
        every = [*rules.get("successions", []), *season.get("successions", [])]
        self.every = sorted(every, key=lambda each: (each["on"], each["id"]))
        self.of_season = own
        members = {*self.listed}
        for each in self.every:
            if dated and each["id"] not in own and each["on"] <= dated["on"]:
                continue
            enters = {*each["from"]} & members or each.get("cluster") == season["cluster"]
            if enters:
                members -= {*each["from"]}
                if each.get("cluster", season["cluster"]) == season["cluster"]:
                    members |= {*each["to"]}
        for unit, entry in season.get("units", {}).items():
            if "roster" in entry:
                members = members | {unit} if entry["roster"] == "joins" else members - {unit}
        self.members = sorted(members)
        self.ended: dict[str, Json] = {}
        for each in self.every:
            self.ended |= {unit: each for unit in each["from"] if unit not in each["to"]}
        self.passing: dict[str, Json] = {}
        self.carried: dict[Json, Rule] = {}

    def heirs(self, unit: str, seen: frozenset[str] = frozenset()) -> set[str]:
        """Whoever follows a unit in the end, members only."""
        if unit in seen:
            raise RefusedError(f"{unit}: vòng|a circle")
        if unit not in self.ended:
            return {unit} & {*self.members}
        return {heir for each in self.ended[unit]["to"] for heir in self.heirs(each, seen | {unit})}

    def succession_rule(self, each: Json) -> Rule:
        if each["id"] not in self.of_season:
            return self.rule("successions", each["id"])
        basis = [
            re.sub(r"^\S+", lambda found: self.cited(found[0]), text)
            if text.split()[0] in self.season.get("sources", {})
            else text
            for text in each["basis"]
        ]
        return Rule(f"successions.{each['id']}", basis, each["trust"])

    def parent(self, unit: str, per: str) -> str:
        own = self.season.get("units", {}).get(unit, {}).get("within", {})
        return str(own.get(per) or self.rules.get("units", {}).get(unit, {}).get("within", {}).get(per) or "")

    def passes(self, unit: str, what: str) -> tuple[str, Rule] | None:
        """The member that something of a gone unit passes to by a rule, and the rule (DA, What passes on)."""
        per = self.rules.get("headship", {}).get("seat_of") if what in ("seat", "turn") else None
        if per:
            same = [heir for heir in self.heirs(unit) if self.parent(heir, per) == self.parent(unit, per)]
            if len(same) == 1:
                return same[0], self.part("headship")
        last = None
        while unit in self.ended:
            last = self.ended[unit]
            if what not in last.get("carries", []) or len(last["to"]) != 1:
                return None
            unit = last["to"][0]
        return (unit, self.succession_rule(last)) if last and unit in self.members else None

    def follow(self, unit: str, what: str, key: str, least: int = 0) -> set[str] | None:
        """The members that what the season says of `unit` counts for so far; None while that is asked."""
        if unit not in self.ended:
            return {unit}
        passed, heirs = self.passes(unit, what), sorted(self.heirs(unit))
        if passed:
            self.carried.setdefault((passed[0], unit, what), passed[1])
            return {passed[0]}
        if not heirs:
            return set()
        question = f"before:{key}:{unit}"
        most = len(heirs) if what == "award" else 1
        self.passing[question] = heirs, least, most, self.succession_rule(self.ended[unit])
        return {*self.acts[question].get("choice", ())} if question in self.acts else None

    def pass_on(self) -> None:
        """DA, What passes on."""
        season, outgoing = self.season, self.season.get("outgoing", {})
        self.head, self.deputies = outgoing.get("head"), outgoing.get("deputies")
        self.open_head, self.open_deputies = "", list[str]()
        if self.head in self.ended:
            heirs = self.follow(self.head, "seat", "head")
            self.open_head = f"before:head:{self.head}" if heirs is None else ""
            self.head = None if heirs is None else next(iter(heirs), self.head)
        if self.deputies is not None:
            found = {unit: self.follow(unit, "seat", "deputies") for unit in self.deputies}
            self.open_deputies = [f"before:deputies:{unit}" for unit in sorted(found) if found[unit] is None]
            self.deputies = sorted({*self.members} & {heir for heirs in found.values() for heir in heirs or ()})
        self.won: dict[str, tuple[set[str], dict[str, list[str]]]] = {}
        for award, units in season.get("before", {}).items():
            passed = {unit: self.follow(unit, "award", award) for unit in units}
            asked = {
                f"before:{award}:{unit}": sorted(self.heirs(unit)) for unit in sorted(passed) if passed[unit] is None
            }
            self.won[award] = {heir for heirs in passed.values() for heir in heirs or ()} & {*self.members}, asked
        self.find_queue()
        self.find_rows()

    def find_queue(self) -> None:
        turns = self.season.get("turns", {})
        queue, events = turns.get("queue"), turns.get("events", [])
        named = {
            kind: [each["unit"] for each in events if each["event"] == kind]
            for kind in ("joined", "left", "declined", "elected")
        }
        self.declined, self.elected, self.queue = sorted({*named["declined"]}), named["elected"], None
        if queue is None:
            return
        line, known = [], True
        for unit in queue:
            gone = unit in self.ended and unit not in named["left"] and self.heirs(unit)
            passed = self.passes(unit, "turn") if gone else None
            if passed and passed[0] not in queue and passed[0] not in named["joined"]:
                self.carried.setdefault((passed[0], unit, "turn"), passed[1])
            elif gone:
                known = False
            line.append(passed[0] if passed else unit)
        back = self.rules.get("headship", {}).get("declined") == "back"
        for each in events:
            kind, unit = each["event"], each["unit"]
            if (kind == "joined") == (unit in line) and known:
                raise RefusedError(f"turns: {unit}")
            if kind == "left" or (kind == "declined" and back):
                line = [other for other in line if other != unit]
            if kind == "joined" or (kind == "declined" and back):
                line.append(unit)
        if known and (sorted(line) != self.members or len(self.elected) > 1):
            raise RefusedError("turns: không đủ thành viên|not every member once")
        self.queue = line if known else None

    def find_rows(self) -> None:
        """Whose row of scores counts for each member."""
        scores = self.season.get("scores", {})
        rows: dict[str, dict[str, Json]] = {}
        for criterion, cells in scores.items():
            for unit, cell in cells.items():
                rows.setdefault(unit, {})[criterion] = cell
        now = range(years(self.season["season"])[0], years(self.season["season"])[1] + 1)
        self.row_of, self.open_rows = {}, dict[str, str]()
        for member in self.members:
            this_year = [
                unit
                for unit, each in self.ended.items()
                if each.get("season", self.season["season"]) == self.season["season"]
                and ("season" in each or int(each["on"][:4]) in now)
            ]
            ahead = sorted(unit for unit in this_year if member in self.heirs(unit))
            have = sorted(unit for unit in {member, *ahead} if unit in rows)
            passed = self.passes(ahead[0], "points") if len(ahead) == 1 else None
            question = f"fact:{member}:points"
            if have in ([], [member]):
                self.row_of[member] = member
            elif passed and have == ahead:
                self.carried.setdefault((member, ahead[0], "points"), passed[1])
                self.row_of[member] = ahead[0]
            elif len(have) > 1 and all(rows[unit] == rows[have[0]] for unit in have):
                self.row_of[member] = have[0]
            else:
                self.passing[question] = have, 1, 1, self.succession_rule(self.ended[ahead[0]])
                if question in self.acts:
                    self.row_of[member] = self.acts[question]["choice"][0]
                else:
                    self.open_rows[question] = member

    def former(self) -> list[tuple[str, str, list[str], str, str]]:
        """Takes what the season right before says (DA, Former seasons): what, its key, the units, season, record."""
        now = years(self.season["season"])
        gap = {each: (now[0] - years(each)[0], now[1] - years(each)[1]) for each in self.season.get("former", {})}
        ahead = [each for each in gap if min(gap[each]) >= 0 and max(gap[each]) == 1]
        if not ahead:
            return []
        last = max(ahead, key=years)
        entry, season, taken = self.season["former"][last], self.season, []
        heirs = {unit: bool(self.heirs(unit)) for unit in self.every_unit(entry)}

        def take(what: str, key: str, units: list[str]) -> list[str]:
            taken.append((what, key, units, last, entry["record"]))
            return units

        outgoing = season.get("outgoing", {})
        if "head" not in outgoing and heirs.get(entry.get("head")) and not {"before:head"} & {*self.acts}:
            season.setdefault("outgoing", {})["head"] = take("head", "", [entry["head"]])[0]
        if "deputies" in entry and "deputies" not in outgoing and "before:deputies" not in self.acts:
            units = [unit for unit in entry["deputies"] if heirs[unit]]
            season.setdefault("outgoing", {})["deputies"] = take("deputies", "", units)
        grounds = [
            ground for award in self.awards.values() for ground in award.get("grounds", []) if ground["years"] == 2
        ]
        wanted = {each for award in self.awards.values() for each in award.get("requires_before", [])}
        for award in sorted(wanted | {ground["award"] for ground in grounds if "award" in ground}):
            if (
                award in entry.get("awards", {})
                and award not in season.get("before", {})
                and f"before:{award}" not in self.acts
            ):
                units = take("award", award, [unit for unit in entry["awards"][award] if heirs[unit]])
                season.setdefault("before", {})[award] = units
                self.warn("proposed-before", f"awards.{award}", units)
        for fact in sorted({ground["fact"] for ground in grounds if "fact" in ground}):
            had = entry.get("facts", {}).get(fact)
            said = fact in season.get("facts_before", {}) or f"before:fact:{fact}" in self.acts
            if had is not None and not said and not any(heirs[unit] and unit not in self.members for unit in had):
                season.setdefault("facts_before", {})[fact] = take("fact", fact, [unit for unit in had if heirs[unit]])
        if (
            self.rules.get("headship", {}).get("by") == "turn"
            and entry.get("turns")
            and "queue" not in season.get("turns", {})
            and "before:turns" not in self.acts
        ):
            season.setdefault("turns", {})["queue"] = take("turns", "", entry["turns"])
        return taken

    def every_unit(self, entry: Json) -> set[str]:
        lists = [entry.get("deputies", []), *entry.get("awards", {}).values(), *entry.get("facts", {}).values()]
        return {unit for units in lists for unit in units} | ({entry["head"]} if "head" in entry else set())

    def begin(self) -> None:
        """DA, The course, 1 to 4."""
        if self.policy != self.rules["policy"]:
            raise RefusedError(f"policy: {self.policy}")
        if self.reviewed is None:
            self.roster()
        else:
            self.members = sorted(unit for each in self.reviewed for unit in each["units"])
            self.listed, self.every, self.ended, self.passing, self.carried = [], [], {}, {}, {}
        taken = self.former() if self.reviewed is None else []
        self.pass_on()
        for question in sorted(self.acts):
            if question.startswith(("fact:", "before:")):
                self.state(question, self.note(question, *self.fact(question)))
        self.pass_on()
        for what, key, units, season, record in taken:
            self.step(
                "former", Rule(f"former.{season}"), units, takes=what, record=record, **({what: key} if key else {})
            )
        if self.reviewed is not None:
            return
        dated = self.rules["rosters"][0]["id"] if self.rules.get("rosters") else None
        rule = self.rule("rosters", dated) if dated else self.rule("clusters", self.season["cluster"])
        self.step("roster", rule, sorted(self.listed))
        for each in self.every:
            inputs = {"from": each["from"], "on": each["on"], "kind": each["kind"]}
            self.step("succession", self.succession_rule(each), each["to"], **inputs)
        for unit, entry in self.season.get("units", {}).items():
            if "roster" in entry and "source" in entry:
                self.step("roster-change", Rule(f"units.{unit}", [self.cited(entry["source"])]), entry["roster"], unit)
        for (heir, unit, what), rule in self.carried.items():
            self.step("carried", rule, what, heir, of=unit)
        self.conditions()

    # -- Hooks

    def answer(self, hook: str, subject: str = "") -> Json:
        """The answer that is in force, or, of the standard policy, the one that follows from the rules."""
        if (hook, subject) not in self.used:
            entry = self.answers.get((hook, subject))
            if entry is None and self.own and self.policy == "standard":
                entry = {"hook": hook, "subject": subject, "by": "standard", "answer": {}}
            if entry is None:
                raise RefusedError(f"{hook} {subject}: thiếu câu trả lời|the answer is missing")
            if entry["by"] == "standard":
                standard = {"kind": "?"} if hook not in STANDARD else plain(getattr(self, f"own_{hook}")(subject))
                self.altered += [] if standard == entry["answer"] else [(hook, subject, standard)]
                entry = {**entry, "answer": standard} if self.own else entry
            elif entry["by"] != self.policy or self.policy == "standard":
                raise RefusedError(f"{hook}: {entry['by']}")
            self.used[hook, subject] = entry
        return self.used[hook, subject]["answer"]

    def told(self, rule: Json) -> Rule:
        return Rule(rule["path"], rule["basis"], rule["trust"])

    def gates(self) -> None:
        answer = self.answer("unit_gates")
        self.rotation = self.answer("head_rotation")
        gated = answer.get("gated", [])
        if answer["kind"] == "undefined":
            self.warn("undefined", answer["what"])
        if gated != sorted(gated, key=lambda each: (each["rule"]["path"], each["unit"])) or any(
            each["unit"] not in self.members for each in gated
        ):
            raise RefusedError("unit_gates")
        self.out, self.on_hold, self.gates_of = set[str](), set[str](), list[Json]()
        for each in gated:
            gate = each["rule"]["path"].rpartition(".")[2]
            self.step("gate", self.told(each["rule"]), {"gate": gate, "effect": each["effect"]}, each["unit"])
            (self.out if each["effect"] == "out" else self.on_hold).add(each["unit"])
        self.gated, self.unknown_gates = gated, answer.get("unknown", [])
        self.inside = [unit for unit in self.members if unit not in self.out]
        self.on_hold -= self.out
        for each in self.unknown_gates:
            if each["effect"] == "hold":
                self.warn("unchecked", each["rule"]["path"])
            else:
                self.gates_of.append(self.ask_fact(f"fact:{each['fact']}", self.told(each["rule"])))
        if not self.gates_of:
            for question, member in self.open_rows.items():
                if member in self.inside:
                    options, least, most, rule = self.passing[question]
                    self.gates_of.append(self.ask_fact(question, rule, options, least=least, most=most))
        self.gates_of = [*dict.fromkeys(self.gates_of)]

    # -- Points

    def points(self) -> None:
        counted = {*self.row_of.values()}
        scored = any(counted & {*cells} for cells in self.season.get("scores", {}).values()) or any(
            each["method"] == "policy" for each in self.leaves
        )
        self.scored, self.values = scored, {}
        self.total: dict[str, Fraction] = {}
        if self.gates_of or not scored:
            return
        answer = self.answer("criterion_weights")
        if (
            answer["kind"] != "weights"
            or {*answer["values"]} != {*self.criteria}
            or any(text[0] == "-" for text in answer["values"].values())
        ):
            raise RefusedError("criterion_weights")
        self.weights = {key: measure(text) for key, text in answer["values"].items()}
        if not {*self.season.get("scores", {})} <= {each["id"] for each in self.leaves if each["method"] != "policy"}:
            raise RefusedError("scores")
        for leaf in sorted(self.leaves, key=lambda each: each["id"]):
            found = self.leaf(leaf, self.rule("criteria", leaf["id"]))
            self.values[leaf["id"]] = found
        for unit in self.inside:
            self.total_of(unit)

    def leaf(self, leaf: Json, rule: Rule) -> dict[str, Fraction | None]:
        key, inside = leaf["id"], self.inside
        inputs: dict[str, Json]
        if leaf["method"] == "policy":
            answer = self.answer("criterion_points", key)
            if answer["kind"] != "points" or {*answer["values"]} != {*inside}:
                raise RefusedError(f"criterion_points {key}")
            found = {unit: None if text is None else measure(text) for unit, text in answer["values"].items()}
            self.hold_points(leaf, found)
            for unit in inside:
                self.step("points", self.told(answer["rule"]), found[unit], unit, criterion=key)
            return {unit: self.round(value, leaf, rule, unit) for unit, value in found.items()}
        scores = self.season.get("scores", {}).get(key, {})
        try:
            cells = {unit: scores[self.row_of[unit]] for unit in inside}
        except KeyError as error:
            raise RefusedError(f"scores.{key}: {error}") from None
        staged = {unit for unit, cell in cells.items() if isinstance(cell, dict) and not {*cell} & {"actual", "plus"}}
        if staged:
            return self.staged(leaf, rule, cells)
        found, inputs = self.column(leaf, cells)
        order = (
            inside
            if leaf["method"] != "relative"
            else sorted(inside, key=lambda unit: inputs[unit].get("plan") is None)
        )
        for unit in inside:
            self.step("points", rule, found[unit], unit, **inputs[unit])
        if "imposed_by" in leaf and any(found.values()):
            self.warn("unchecked", rule.path, [unit for unit, value in found.items() if value])
        return {unit: self.round(found[unit], leaf, rule, unit) for unit in order}

    def staged(self, leaf: Json, rule: Rule, cells: dict[str, Json]) -> dict[str, Fraction | None]:
        allowed = leaf.get("imposed_by") or leaf.get("stages") or [each["id"] for each in self.rules.get("stages", [])]
        stages = [each for each in self.rules.get("stages", []) if each["id"] in allowed]
        used = [each["id"] for each in stages if each["id"] in next(iter(cells.values()), {})]
        if any({*cell} != {*used} for cell in cells.values() if isinstance(cell, dict)) or any(
            not isinstance(cell, dict) for cell in cells.values()
        ):
            raise RefusedError(f"scores.{leaf['id']}")
        columns = {stage: self.column(leaf, {unit: cells[unit][stage] for unit in self.inside}) for stage in used}
        take = self.rules.get("scoring", {}).get("take")
        meeting = [each["id"] for each in stages if each["by"] == "meeting"]
        if (len(used) > 1 and not take) or (take == "agreed" and len(stages) > 1 and not {*meeting} & {*used}):
            raise RefusedError("scoring")
        found: dict[str, Fraction | None] = {}
        for unit in self.inside:
            values = {stage: columns[stage][0][unit] for stage in used}
            given = [value for value in values.values() if value is not None]
            if given and len(given) < len(used):
                raise RefusedError(f"scores.{leaf['id']}")
            for stage in used:
                self.step(
                    "stage",
                    self.rule("stages", stage),
                    values[stage],
                    unit,
                    criterion=leaf["id"],
                    **columns[stage][1][unit],
                )
            found[unit] = given[-1] if given else None
            if given and len(used) > 1:
                agreed = next((values[stage] for stage in used if stage in meeting), None)
                found[unit] = {"mean": sum(given, Fraction()) / len(given), "max": max(given), "agreed": agreed}.get(
                    take, given[-1]
                )
            if len(used) > 1:
                self.step(
                    "take", self.part("scoring"), found[unit], unit, criterion=leaf["id"], take=take, stages=values
                )
            self.step("points", rule, found[unit], unit, stages=values)
        return {unit: self.round(found[unit], leaf, rule, unit) for unit in self.inside}

    def hold_points(self, leaf: Json, found: dict[str, Fraction | None]) -> None:
        top, down = measure(leaf.get("max", "0")), leaf["kind"] == "deduction"
        for value in found.values():
            low = value is not None and value < (-top if down else measure(leaf.get("min", "0")))
            high = value is not None and "max" in leaf and value > (0 if down else top) and not leaf["above_max"]
            if low or high or (value is None and not {"not_applicable", "no_target"} & {*leaf}):
                raise RefusedError(f"criterion_points {leaf['id']}")

    def column(self, leaf: Json, cells: dict[str, Json]) -> tuple[dict[str, Fraction | None], dict[str, Json]]:
        """Points by unit, and the inputs of each step (DA, Points)."""
        inputs: dict[str, Json] = {}
        for unit, cell in cells.items():
            inputs[unit] = {**cell} if isinstance(cell, dict) else {"held" if isinstance(cell, list) else "cell": cell}
            if "actual" in inputs[unit]:
                inputs[unit].setdefault("plan", None)
            if cell == "n/a" and "not_applicable" not in leaf:
                raise RefusedError(f"scores.{leaf['id']}.{unit}")
        scored = {unit: cell for unit, cell in cells.items() if cell != "n/a"}
        if leaf["method"] == "relative":
            found = self.relative(leaf, scored, inputs)
        else:
            try:
                found = {unit: self.measured(leaf, cell) for unit, cell in scored.items()}
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise RefusedError(f"scores.{leaf['id']}: {error}") from None
        return {unit: found.get(unit) for unit in cells}, inputs

    def measured(self, leaf: Json, cell: Json) -> Fraction | None:
        method, top = leaf["method"], measure(leaf.get("max", "0"))
        sign = -1 if leaf["kind"] == "deduction" else 1
        number = measure(cell) if isinstance(cell, str) and cell not in ("pass", "fail") else Fraction(0)
        bad, points = False, Fraction()
        if method == "entered":
            bad, points = ("max" in leaf and number > top) or number < 0 or cell in ("pass", "fail"), sign * number
        elif method == "proportion":
            actual, plan = measure(cell["actual"]), measure(cell["plan"]) if "plan" in cell else None
            if actual < 0 or (plan is None and "no_target" not in leaf) or (plan is not None and plan <= 0):
                raise RefusedError(f"{leaf['id']}: {cell}")
            if plan is None:
                return None
            points = sign * (top * actual / plan if leaf["above_max"] else min(top, top * actual / plan))
        elif method == "pass-fail":
            bad, points = cell not in ("pass", "fail"), top * ((cell == "pass") if sign > 0 else -(cell == "fail"))
        elif method == "bands":
            reached = (
                measure(band["points"])
                for band in leaf["bands"]
                if number >= measure(band.get("at_least", cell))
                if "more_than" not in band or number > measure(band["more_than"])
            )
            given = next(reached, None)
            bad = number < measure(leaf.get("least", cell)) or number > measure(leaf.get("most", cell)) or given is None
            points = given or Fraction()
            bad = bad or not (points <= 0 if sign < 0 else 0 <= points <= top)
        elif method in ("count", "held"):
            if method == "held":
                worth = {each["award"]: measure(each["points"]) for each in leaf["held"]}
                points = sum((worth[award] for award in cell), Fraction())
            else:
                bad, points = (
                    number < 0 or number.denominator > 1 or cell in ("pass", "fail"),
                    number * measure(leaf["each"]),
                )
            points = points if "max" not in leaf else max(points, -top) if sign < 0 else min(points, top)
        elif method == "net":
            plus, minus = measure(cell["plus"]), measure(cell["minus"])
            bad = min(plus, minus) < 0 or plus.denominator * minus.denominator > 1
            points = plus * measure(leaf["each"]) + minus * measure(leaf["each_minus"])
            points = max(points, measure(leaf["min"])) if "min" in leaf else points
            points = min(points, top) if "max" in leaf else points
        if bad:
            raise RefusedError(f"{leaf['id']}: {cell}")
        return points

    def relative(self, leaf: Json, cells: dict[str, Json], inputs: dict[str, Json]) -> dict[str, Fraction | None]:
        """Points by what the others did (DA, Points: Relative)."""
        top, at_plan, key = measure(leaf.get("max", "0")), measure(leaf["at_plan"]), f"criteria.{leaf['id']}"
        try:
            actual = {unit: measure(cell["actual"]) for unit, cell in cells.items()}
            ratio = {unit: actual[unit] / measure(cell["plan"]) for unit, cell in cells.items() if "plan" in cell}
        except (TypeError, KeyError, ZeroDivisionError) as error:
            raise RefusedError(f"{key}: {error}") from None
        free = [unit for unit in cells if unit not in ratio]
        if any(value < 0 for value in (*actual.values(), *ratio.values())) or (free and "no_target" not in leaf):
            raise RefusedError(key)
        above = {
            unit: actual[unit] if leaf.get("leader") == "amount" else ratio[unit] for unit in ratio if ratio[unit] > 1
        }
        leaders = sorted(unit for unit in above if above[unit] == max(above.values()))
        lead = max((ratio[unit] for unit in leaders), default=Fraction(2))
        found: dict[str, Fraction | None] = {}
        for unit, value in ratio.items():
            part = at_plan + (top - at_plan) * (value - 1) / (lead - 1)
            found[unit] = at_plan * value if unit not in above else top if unit in leaders else min(top, part)
            if unit in above:
                inputs[unit] |= {"leader": leaders, "lead": lead}
        own = leaf.get("no_target") == "own-group"
        greatest = max((actual[unit] for unit in free), default=Fraction())
        for unit in free if own else ():
            found[unit] = top * actual[unit] / greatest if greatest else Fraction()
            inputs[unit] |= {"greatest": greatest}
        self.warn("relative-scale", key, [*above, *(free if own else ())])
        return found

    def round(self, value: Fraction | None, entry: Json, rule: Rule, unit: str) -> Fraction | None:
        rounding = entry.get("rounding")
        if value is None or not rounding:
            return value
        after = rounded(value, rounding["mode"], rounding["places"])
        if after != value:
            own = Rule(f"{rule.path}.rounding", rounding.get("basis", rule.basis), rounding.get("trust", rule.trust))
            self.step("round", own, after, unit, value=value, mode=rounding["mode"], places=rounding["places"])
        return after

    # -- Totals

    def fit(self, value: Fraction) -> Fraction:
        if value.denominator.bit_length() > 4 * MOST_DIGITS:
            raise RefusedError("số quá dài|a measure too long")
        return value

    def reach(self, key: str) -> Fraction:
        total = Fraction()
        for child in self.children.get(key, []):
            if child["kind"] == "points":
                own = (
                    measure(child["max"])
                    if "max" in child
                    else self.reach(child["id"])
                    if "method" not in child
                    else Fraction()
                )
                total += self.weights[child["id"]] * own
        return total

    def rescale(self, total: Fraction, top: Fraction, lost: Fraction, rule: Rule, unit: str) -> Fraction:
        if top <= lost:
            raise RefusedError(f"{rule.path}: {unit}")
        after = self.fit(total * top / (top - lost))
        self.step("rescale", rule, after, unit, sum=total, max=top, not_applicable=lost)
        self.warn("rescaled", rule.path, [unit])
        return after

    def summed(self, parent: str | None, kind: str, unit: str) -> tuple[Fraction | None, Fraction]:
        total, lost = None, Fraction()
        for child in sorted(self.children.get(parent, []), key=lambda each: each["id"]):
            if parent is None and child["kind"] != kind:
                continue
            value, less = self.valued(child, unit)
            weight = self.weights[child["id"]]
            lost += weight * less
            total = total if value is None else self.fit((total or Fraction()) + weight * value)
        return total, lost

    def valued(self, entry: Json, unit: str) -> tuple[Fraction | None, Fraction]:
        """What a criterion gives a unit, and what of it is lost since it does not apply."""
        key, points = entry["id"], entry["kind"] == "points"
        if "method" in entry:
            value = self.values[key][unit]
            if value is None and points and "max" not in entry:
                raise RefusedError(f"criteria.{key}")
            return value, measure(entry["max"]) if value is None and points else Fraction()
        value, lost = self.summed(key, entry["kind"], unit)
        rule, top = self.rule("criteria", key), measure(entry["max"]) if "max" in entry else None
        if value is not None:
            self.step("sum", rule, value, unit)
            if lost > 0 and top is not None:
                value, lost = (
                    self.rescale(value, self.reach(key) if entry["cap"] else top, lost, rule, unit),
                    Fraction(),
                )
            if entry["cap"] and top is not None:
                cut = max(value, -top) if entry["kind"] == "deduction" else min(value, top)
                if cut != value:
                    self.step("cap", rule, cut, unit, sum=value)
                value = cut
            value = self.round(value, entry, rule, unit)
        elif points and top is not None:
            lost = top
        self.sums.setdefault(key, {})[unit] = value
        return value, lost

    def total_of(self, unit: str) -> None:
        scale = self.rules.get("scale", {})
        rule = next((self.part(kind) for kind in ("scale", "order") if kind in self.rules), Rule("criteria"))
        total, lost = self.summed(None, "points", unit)
        if total is None and any(each["kind"] == "points" for each in self.children.get(None, [])):
            raise RefusedError(f"{rule.path}: {unit}")
        total = total or Fraction()
        if lost > 0:
            total = self.rescale(total, measure(scale["points"]), lost, rule, unit)
        bonus, _ = self.summed(None, "bonus", unit)
        if bonus is not None:
            cut = min(bonus, measure(scale["bonus"])) if "bonus" in scale else bonus
            if cut != bonus:
                self.step("cap", rule, cut, unit, sum=bonus)
            self.step("bonus", rule, cut, unit)
            total += cut
        deduct, _ = self.summed(None, "deduction", unit)
        if deduct is not None:
            self.step("deduct", rule, deduct, unit)
            total += deduct
        self.step("total", rule, total, unit)
        self.total[unit] = self.round(self.fit(total), scale, rule, unit) or Fraction()

    # -- Groups, lines and ties

    def tie_keys(self, units: list[str]) -> list[Json]:
        answer = self.answer("tie_break_keys", ",".join(units))
        if answer["kind"] == "undefined":
            self.warn("undefined", answer["what"])
        keys = answer.get("keys", [])
        for key in keys:
            lacks, values = key.get("lacks", {}), key.get("values", {})
            if {*values} != ({*units} if key["by"] == "value" else set()) or any(
                values[unit] is not None for unit in lacks
            ):
                raise RefusedError(f"tie_break_keys {key['id']}")
        if len(by_id(keys)) < len(keys):
            raise RefusedError("tie_break_keys")
        return list(keys)

    def next_key(self, group: Group, skipped: Iterable[str] = ()) -> Json:
        """The key that the group goes on with, its values those of the group alone."""
        if group.chain is None:
            group.chain = self.tie_keys(group.units)
        for key in group.chain:
            if key["id"] in {done for done, _ in group.done} or key["id"] in skipped:
                continue
            if key["by"] != "value":
                return key
            if "then" in key and len(key["values"]) > len(group.units):
                group.chain = self.tie_keys(group.units)
                return self.next_key(group, skipped)
            lacks = {unit: key.get("lacks", {}).get(unit, []) for unit in group.units if unit in key.get("lacks", {})}
            if all(key["values"][unit] is not None or unit in lacks for unit in group.units):
                return {**key, "values": {unit: key["values"][unit] for unit in group.units}, "lacks": lacks}
            self.warn("unchecked", key["rule"]["path"], group.units)
        return None

    def parted(self, group: Group, key: Json) -> list[Group]:
        """Parts a group by a key that is computed."""
        values = {unit: measure(text) for unit, text in key["values"].items()}
        parts = [
            group.only(unit for unit in values if values[unit] == each)
            for each in sorted({*values.values()}, reverse=True)
        ]
        self.step("tie", self.told(key["rule"]), [part.units for part in parts], tied=group.units, values=values)
        for part in parts:
            part.done |= {(key["id"], False)}
            if key.get("then") == "restart" and len(parts) > 1:
                part.chain, part.done = None, frozenset(each for each in part.done if each[1])
        return parts

    def refined(self, group: Group) -> list[Group]:
        key: Json = self.next_key(group) if len(group.units) > 1 and group.ranked else None
        if key is None or key["by"] != "value" or key["lacks"]:
            return [group]
        return [each for part in self.parted(group, key) for each in self.refined(part)]

    def cut(
        self, group: Group, k: int, prefix: str, skipped: set[str], named: bool, within: Json = ()
    ) -> tuple[list[Group], list[str]]:
        """Takes one key for a line that has `k` units of the group above it: the parts, or what is open."""
        key: Json = self.next_key(group, skipped) if group.ranked else None
        units, whole = group.units, {"named": named, "within": within}
        if key is None:
            rule, question = self.gap("ties"), f"{prefix}:undefined"
            act = self.ask(question, "choice", units, k, k, rule, self.undefined.get("ties", {}).get("ask"), **whole)
            if act:
                self.warn("settled-without-rule", question, units)
        elif key["by"] == "value":
            if not key["lacks"]:
                return self.parted(group, key), []
            rule = self.told(key["rule"])
            return [], [
                self.ask_fact(f"fact:{unit}:{each}", rule) for unit in units for each in key["lacks"].get(unit, ())
            ]
        else:
            rule, question = self.told(key["rule"]), f"{prefix}:{key['id']}"
            whole["named"] = named or key["by"] in ("ballot", "lot")
            asks = "votes" if key["by"] == "ballot" else "choice"
            act = self.ask(question, asks, units, k, k, rule, key.get("asks"), chain=True, **whole)
        if act is None:
            return [], [question]
        if not act["held"]:
            skipped.add(key["id"])
            return [group], []
        parts = self.by_act(group, act)
        for part in parts:
            part.done |= {(key["id"], True)} if "votes" in act else set()
        self.step("tie", rule, [part.units for part in parts], tied=units, question=question)
        return parts, []

    def by_act(self, group: Group, act: Json) -> list[Group]:
        """A group as an act parts it."""
        level = act.get("votes") or {unit: int(unit in act["choice"]) for unit in group.units}
        parts = [
            group.only(unit for unit in group.units if level[unit] == n)
            for n in sorted({*level.values()}, reverse=True)
        ]
        return [part for part in parts if part.units]

    def may_tie(self, prefix: str) -> None:
        asked = [each["id"] for each in self.rules.get("ties", []) if each.get("by") in ("ballot", "decision", "lot")]
        self.may += (
            [f"{prefix}:{key}" for key in [*asked, "undefined"]] if self.policy == "standard" else [f"{prefix}:*"]
        )

    def name_places(self, groups: list[Group]) -> list[Group]:
        groups = [part for group in groups for part in self.refined(group)]
        size = sum(len(group.units) for group in groups)
        places = self.rules["order"].get("name_places", [])
        lines = [line for line in sorted({line for place in places for line in (place - 1, place)}) if 0 < line < size]
        for line in lines:
            skipped: set[str] = set()
            first: tuple[int, Group] | None = None
            while True:
                above, place = 0, 0
                while above + len(groups[place].units) <= line:
                    above, place = above + len(groups[place].units), place + 1
                group = groups[place]
                if above == line or not group.ranked or group.stuck:
                    break
                first = first or (above, group)
                parts, opened = self.cut(group, line - above, f"place:{line}", skipped, named=True)
                if opened:
                    group.stuck = opened
                    for other in lines:
                        if first[0] < other < first[0] + len(first[1].units):
                            self.may_tie(f"place:{other}")
                    break
                groups[place : place + 1] = parts
            if first:
                groups = [
                    part
                    for group in groups
                    for part in (
                        self.refined(group) if {*group.units} <= {*first[1].units} and not group.stuck else [group]
                    )
                ]
        return groups

    # -- Standings

    def standings(self) -> None:
        order, inside = self.rules.get("order", {}), self.inside
        by, places = order.get("by"), order.get("name_places", [])
        self.ask_standing: Callable[[], Json] | None = None
        totals = [
            Group(unit for unit in inside if self.total[unit] == each)
            for each in sorted({*self.total.values()}, reverse=True)
        ]
        unranked = [Group(inside, ranked=False)] if inside else []
        rule, open_gates = self.part("order"), list(self.gates_of)
        groups = unranked
        if not order:
            pass
        elif by in ("points", "points-then-ballot") and self.scored:
            if open_gates:
                self.may.append("standing")
                for place in places:
                    for line in (place - 1, place):
                        self.may_tie(f"place:{line}")
            elif by == "points":
                groups = self.name_places(totals)
            else:
                groups = self.shortlist(order, totals, rule)
        elif len(inside) == 1 and not open_gates and "standing" not in self.acts:
            groups = [Group(inside)]
        else:
            ballot = by == "ballot"
            inner = [place for place in places if place <= len(inside)]
            asks, least = ("votes", len(inside)) if ballot else ("places", max(inner, default=0))
            of = order.get("asks", None if ballot else "meeting")

            def ask() -> Json:
                return self.ask("standing", asks, inside, least, len(inside), rule, of, after=open_gates, named=ballot)

            self.ask_standing = ask
            if inner or "standing" in self.acts:
                act = ask()
                if act:
                    level = {unit: -n for unit, n in act["votes"].items()} if ballot else act["places"]
                    groups = [Group(unit for unit in level if level[unit] == n) for n in sorted({*level.values()})]
                    groups = self.name_places(
                        groups + ([Group({*inside} - {*level}, ranked=False)] if len(level) < len(inside) else [])
                    )
        self.groups, place = groups, 1
        for group in groups:
            for unit in group.units:
                tied = [other for other in group.units if other != unit] if group.ranked else []
                output = {"place": place if group.ranked else None, "tied_with": tied, "total": self.total.get(unit)}
                self.step("standing", rule if group.ranked else Rule("order"), output, unit)
            place += len(group.units)

    def shortlist(self, order: Json, totals: list[Group], rule: Rule) -> list[Group]:
        best: list[str] = []
        for group in totals:
            over = len(best) + len(group.units) > order["shortlist"]["number"]
            if len(best) >= order["shortlist"]["number"] or (over and order["shortlist"]["boundary"] == "exclude"):
                break
            best = sorted(best + group.units)
        self.step("shortlist", rule, best, **order["shortlist"])
        rest = [group for group in totals if not {*group.units} & {*best}]
        if len(best) < 2:
            return self.name_places(totals)

        def ask() -> Json:
            return self.ask("standing", "votes", best, len(best), len(best), rule, order.get("asks"), named=True)

        self.ask_standing = ask
        lines = {line for place in order.get("name_places", []) for line in (place - 1, place)}
        act = ask() if "standing" in self.acts or any(0 < line < len(best) for line in lines) else None
        if not act:
            return self.name_places([Group(best, ranked=False), *rest])
        votes = act["votes"]
        return self.name_places(
            [Group(unit for unit in best if votes[unit] == n) for n in sorted({*votes.values()}, reverse=True)] + rest
        )

    # -- Awards: who may have it, and how many

    def decide_awards(self) -> None:
        self.given: dict[str, Chain] = {}
        left = list(self.awards.values())
        while left:
            related = {
                each["id"]: {
                    *each.get("requires", []),
                    *each.get("excludes", []),
                    *(ground.get("award") for ground in each.get("grounds", []) if "award" in ground),
                }
                for each in left
            }
            award = next(each for each in left if not related[each["id"]] & {*related})
            left.remove(award)
            chain = Chain(self, award, self.rule("awards", award["id"]), "award")
            self.given[award["id"]] = chain
            chain.within_cluster()

    # -- After the meeting (DA)

    def aftermath(self) -> None:
        acts = sorted(self.acts)
        if not any(
            each.startswith(("hold:", "revoked:")) or re.match(r"award:[^:]+:replacement", each) for each in acts
        ):
            return
        self.refusals: dict[str, list[str]] = {}
        released: dict[str, list[str]] = {}
        holding = {
            (each["unit"], each["rule"]["path"].rpartition(".")[2]) for each in self.gated if each["effect"] == "hold"
        }
        unknown = {
            each["rule"]["path"].rpartition(".")[2]: each for each in self.unknown_gates if each["effect"] == "hold"
        }
        for question in acts:
            if not question.startswith("hold:"):
                continue
            _, unit, gate = question.split(":")
            options = ["refused", "released"]
            if (unit, gate) in holding:
                act = self.ask(
                    question,
                    "value",
                    options,
                    1,
                    1,
                    Rule(f"acts.{question}", [self.cited(self.acts[question]["source"])]),
                )
                (self.refusals if act["value"] == "refused" else released).setdefault(unit, []).append(question)
            elif gate in unknown and unit in self.members:
                self.ask(
                    question, "value", options, 1, 1, Rule(f"acts.{question}"), after=[f"fact:{unknown[gate]['fact']}"]
                )
            else:
                raise RefusedError(f"{question}: không ai hỏi|nobody asks it")
        self.released = {
            unit: found
            for unit, found in released.items()
            if unit not in self.refusals and len(found) == sum(unit == each for each, _ in holding)
        }
        self.state_of: dict[tuple[str, str], str] = {}
        self.lost_by: dict[tuple[str, str], Rule] = {}
        for award, chain in self.given.items():
            for unit in sorted(chain.chosen):
                self.state_of[award, unit] = "held" if unit in self.on_hold else "proposed"
                self.look_at(award, unit)
        for award, chain in self.given.items():
            self.replace(award, chain)
        cancelled = sorted({unit for (_, unit), state in self.state_of.items() if state == "cancelled"})
        if cancelled and "order" in self.rules:
            self.without(cancelled)

    def has(self, award: str, unit: str) -> bool:
        return self.state_of.get((award, unit)) in ("held", "proposed")

    def fall(self, award: str, unit: str, state: str, rule: Rule, **by: str) -> None:
        self.state_of[award, unit] = state
        self.lost_by[award, unit] = rule
        self.step("award-state", rule, {"award": award, "state": state}, unit, **by)

    def documents(self, questions: list[str]) -> Rule:
        basis = [self.cited(self.acts[each]["source"]) for each in questions]
        return Rule(f"acts.{questions[0]}", [*dict.fromkeys(basis)])

    def look_at(self, award: str, unit: str, yields: bool = False) -> None:
        """What became of one award (DA, After the meeting, 2)."""
        entry, question = self.awards[award], f"revoked:{award}:{unit}"
        if question in self.acts and question not in self.taken:
            if unit in self.on_hold and unit not in self.released:
                raise RefusedError(question)
            rule = self.documents([question])
            self.ask(question, "value", ["cancelled"], 1, 1, rule)
            return self.fall(award, unit, "cancelled", rule)
        if unit in self.refusals:
            return self.fall(award, unit, "refused", self.documents(self.refusals[unit]))
        for other in entry.get("requires", []):
            if (other, unit) in self.state_of and not self.has(other, unit) and self.state_of[other, unit] != "yielded":
                return self.fall(award, unit, self.state_of[other, unit], self.lost_by[other, unit], by=other)
        if yields and self.yields(award, unit):
            return None
        if unit in self.released and self.state_of[award, unit] == "held":
            rule = self.documents(self.released[unit])
            self.state_of[award, unit] = "proposed"
            self.step("award-state", rule, {"award": award, "state": "proposed"}, unit)
        return None

    def yields(self, award: str, unit: str) -> bool:
        entry = self.awards[award]
        excludes = entry.get("excludes", [])
        by = [other for other in excludes if unit in self.given[other].followed and self.has(other, unit)]
        by += [
            other for other in entry.get("requires", []) if (other, unit) in self.state_of and not self.has(other, unit)
        ]
        if by:
            self.fall(award, unit, "yielded", self.rule("awards", award), by=by[0])
        return bool(by)

    def replace(self, award: str, chain: "Chain") -> None:
        """Who follows (DA, After the meeting, 3)."""
        for unit in sorted(chain.chosen):
            if self.has(award, unit):
                self.yields(award, unit)
        free, number = sum(not self.has(award, unit) for unit in chain.chosen), 1
        if chain.chosen or chain.opened:
            self.may += [f"award:{award}:replacement", f"award:{award}:replacement:*"]
        while free:
            question = f"award:{award}:replacement" + (f":{number}" if number > 1 else "")
            now = Chain(self, chain.entry, chain.rule, "award")
            now.shut_out(again=True)
            cancelled = {
                each.split(":")[2] for each in self.acts if each.startswith("revoked:") and each.split(":")[1] != award
            }
            named = {*self.acts.get(question, {}).get("choice", [])}
            options = [unit for unit in now.candidates if unit not in chain.chosen and unit not in cancelled]
            options = sorted(
                {*options}
                | {
                    unit
                    for unit in named
                    if any(unit in self.given[other].followed for other in chain.entry.get("excludes", []))
                }
                - {*chain.chosen}
            )
            risks = self.at_risk(award)
            kept = [unit for unit in chain.chosen if self.has(award, unit)]
            room = Room(free + len(risks), chain.parents, chain.number)
            for unit in kept:
                if room.number is not None:
                    room.taken[room.of[unit]] = room.taken.get(room.of[unit], 0) + (unit not in risks)
            options = room.fits(options)
            most = room.most(options)
            if most == 0 and question not in self.acts:
                return
            after = [*chain.opened, *(each for unit in risks for each in risks[unit]), *now.after]
            rule = Rule(f"awards.{award}.replacement")
            act = self.ask(
                question, "choice", options, 0, most, rule, basis=[], after=after, within=room.within(options)
            )
            if act is None:
                chain.opened.append(question)
                chain.extra = {*options}
                return
            self.warn("settled-without-rule", question, act["choice"])
            cited = Rule(rule.path, [self.cited(act["source"])])
            for unit in sorted(act["choice"]):
                chain.chosen[unit] = cited
                chain.followed.add(unit)
                self.state_of[award, unit] = "held" if unit in self.on_hold else "proposed"
                self.step("award", cited, {"award": award, "state": self.state_of[award, unit]}, unit)
            for unit in sorted(act["choice"]):
                self.look_at(award, unit, yields=True)
            free, number = sum(not self.has(award, unit) for unit in act["choice"]), number + 1

    def at_risk(self, award: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        entry = self.awards[award]
        for unit in sorted(self.given[award].chosen):
            if not self.has(award, unit):
                continue
            for other in entry.get("excludes", []):
                if unit in self.given[other].possible() and unit not in self.given[other].chosen:
                    found[unit] = self.given[other].opened
            for other in entry.get("requires", []):
                if unit in self.at_risk(other):
                    found[unit] = self.given[other].opened
        return found

    def without(self, cancelled: list[str]) -> None:
        """Totals and places of the others, computed again (DA, After the meeting, 4)."""
        inside, old = self.inside, dict(self.total)
        steps, warned = self.steps, {key: set(units) for key, units in self.warned.items()}
        self.inside = [unit for unit in inside if unit not in cancelled]
        if self.values:
            self.steps = []
            self.points()
        self.steps, self.warned = steps, warned
        ranked = [Group({*group.units} - {*cancelled}, ranked=group.ranked) for group in self.groups]
        if self.values and self.rules["order"]["by"] == "points":
            settled = {unit: place for place, group in enumerate(self.groups) for unit in group.units}
            parts: list[Group] = []
            for total in sorted({*(self.total[unit] for unit in self.inside)}, reverse=True):
                units = [unit for unit in self.inside if self.total[unit] == total]
                same = len({old[unit] for unit in units}) == 1
                parts += (
                    [
                        Group(unit for unit in units if settled[unit] == n)
                        for n in sorted({settled[unit] for unit in units})
                    ]
                    if same
                    else [Group(units)]
                )
            ranked = parts
        place = 1
        found = {}
        for group in ranked:
            for unit in group.units:
                found[unit] = {"place": place if group.ranked else None, "total": self.total.get(unit)}
            place += len(group.units)
        for unit in found:
            self.step("without", self.part("order"), found[unit], unit, units=cancelled)
        self.inside = inside

    # -- Limits and the offices (DA, Headship)

    def limits(self) -> None:
        for entry in self.rules.get("limits", []):
            chain = self.given.get(entry.get("award", ""))
            units = (
                [
                    unit
                    for unit in sorted(chain.chosen)
                    if not hasattr(self, "state_of") or self.has(entry["award"], unit)
                ]
                if chain
                else []
            )
            if units:
                rule = self.rule("limits", entry["id"])
                self.step("limit", rule, "decided-above", award=entry["award"], units=units)
                self.warn("decided-above", rule.path, units)

    def headship(self) -> None:
        told = self.rotation
        undefined = told["kind"] == "undefined"
        if undefined:
            rule, asks = Rule(told["what"], told.get("basis", []), told["trust"]), told.get("ask")
            if not asks:
                return self.warn("undefined", told["what"])
            method = "elected" if asks in ("members", "meeting") else "appointed"
            told = {"method": method}
        else:
            rule, method, asks = self.told(told["rule"]), told["method"], told.get("asks")
        if "queue" in self.season.get("turns", {}) and method != "turn":
            raise RefusedError("turns")
        asks = asks or ("head" if method == "handed-over" else None)
        if "recognised" in self.season:
            if "recognised_by" not in told:
                raise RefusedError("recognised")
            seen = self.season["recognised"]
            self.step("recognition", rule, told["recognised_by"], source=self.cited(seen["source"]), on=seen.get("on"))
        bars = told.get("barred", [])
        for bar in bars:
            for unit in bar["units"] or []:
                self.step("bar", self.told(bar["rule"]), bar["offices"], unit)
        seats = told.get("deputies")
        offices = [("head", "head", None)]
        offices += [("deputy" if len(seats) == 1 else f"deputy:{seat}", "deputy", seat) for seat in seats or []]
        holders, open_offices = list[str](), list[Json]()
        for name, office, seat in offices:
            holder = self.office(name, office, seat, rule, told, asks, holders, open_offices)
            if holder and office == "head" and told.get("queue"):
                back = [unit for unit in told["queue"] if unit != holder]
                self.step("turn", rule, [*back, holder], holder, queue=told["queue"])
            holders += [holder] if holder else []
        if seats is None:
            self.no_seats(rule, told, asks, holders, open_offices)
        return None

    def no_seats(self, rule: Rule, told: Json, asks: str | None, holders: list[str], open_offices: list[Json]) -> None:
        """The question on deputies where nothing says how many."""
        asked_by = self.gap("headship.deputies") if "headship.deputies" in self.undefined else rule
        bars = [each for each in told.get("barred", []) if "deputy" in each["offices"]]
        barred = {unit for each in bars for unit in each["units"] or []}
        able = [
            unit for unit in told.get("eligible", {}).get("deputy", self.members) if unit not in {*holders, *barred}
        ]
        if not able:
            return
        after = [each for other in open_offices if {*other["able"]} & {*able} for each in other["after"]]
        asked = set[str]()
        for bar in bars:
            if bar["units"] is None:
                asked |= {
                    *self.ask_before(
                        f"fact:{bar['fact']}" if "fact" in bar else "before:head", self.told(bar["rule"]), {*able}
                    )
                }
        of = self.undefined.get("headship.deputies", {}).get("ask", asks)
        act = self.ask("deputy", "choice", able, 0, min(2, len(able)), asked_by, of, after=[*after, *sorted(asked)])
        for unit in sorted(act["choice"]) if act else ():
            self.seated(unit, "deputy", None, rule, told["method"], asks, False)

    def office(
        self,
        name: str,
        office: str,
        seat: str | None,
        rule: Rule,
        told: Json,
        asks: str | None,
        holders: list[str],
        open_offices: list[Json],
    ) -> str | None:
        """One office: who holds it, if that is known."""
        method, bars = told["method"], [each for each in told.get("barred", []) if office in each["offices"]]
        barred = {unit for each in bars for unit in each["units"] or []}
        eligible = told.get("eligible", {}).get(seat or office, self.members)
        declined = told.get("declined", []) if office == "head" else []
        able = [unit for unit in self.members if unit not in {*holders, *barred, *declined} and unit in eligible]
        after = [each for other in open_offices if {*other["able"]} & {*able} for each in other["after"]]
        own, alone, silent = bool(after), False, False
        matter = (
            {*able}
            if method not in ("turn", "deputy") or office != "head"
            else {*able} & {*(told.get("moving") or able)}
        )
        asked = set[str]()
        for bar in bars if able else ():
            if bar["units"] is None:
                question = f"fact:{bar['fact']}" if "fact" in bar else "before:head"
                asked |= {*self.ask_before(question, self.told(bar["rule"]), matter)}
        after += sorted(asked)
        if office == "head" and method == "turn":
            queue = told.get("queue")
            if told.get("elected"):
                able = [told["elected"]]
            elif queue is None and len(able) > 1:
                after += self.ask_before("before:turns", rule, {*able})
                alone = True
            else:
                first = [unit for unit in queue or able if unit in able][:1]
                able, alone = first or able, bool(first)
        if office == "head" and method == "deputy":
            moving = told.get("moving")
            if moving is None and len(able) > int("recognised" in self.season):
                after += self.ask_before("before:deputies", rule, {*able})
                alone = True
            elif {*able} & {*(moving or [])}:
                able, alone = [unit for unit in able if unit in moving], True
            else:
                silent = True
        after = [*dict.fromkeys(after)]
        if not able:
            self.step("vacant", rule, office, seat=seat)
            self.warn("vacant", name)
            return None
        others = [each for other in open_offices for each in other["after"]]
        sure = [
            other for other in open_offices if {*other["able"]} <= {*able} and (not asked or len(other["able"]) == 1)
        ]
        rest = len(able) - len(sure)
        itself = (
            (office == "head" and method in ("turn", "deputy"))
            or len(able) == 1
            or (own and {*after} <= {*others} and rest <= 1)
        )
        if name not in self.acts:
            if after and itself:
                self.may.append(name)
                open_offices.append({"able": able, "after": after})
                return None
            if not after and len(able) == 1:
                return self.seated(able[0], office, seat, rule, method, asks, alone)
        act = self.ask(name, "choice", able, 1, 1, rule, asks, after=after)
        if act is None:
            open_offices.append({"able": able, "after": [name]})
            return None
        if silent:
            self.warn("settled-without-rule", name, able)
        return self.seated(act["choice"][0], office, seat, rule, method, asks, alone)

    def seated(
        self, unit: str, office: str, seat: str | None, rule: Rule, method: str, asks: str | None, alone: bool
    ) -> str:
        state = method
        if method in ("turn", "deputy"):
            by_people = "elected" if asks in ("members", "meeting", None) else "appointed"
            state = {"turn": "turn", "deputy": "moved-up"}[method] if office == "head" and alone else by_people
        if "recognised" in self.season:
            state = "recognised"
        self.step("office", rule, {"office": office, "seat": seat, "state": state}, unit)
        return unit

    def ask_before(self, question: str, rule: Rule, matter: set[str]) -> list[str]:
        """Asks about the season before, of heirs only as far as it matters (DA, What passes on)."""
        heirs = {"before:head": [self.open_head] if self.open_head else [], "before:deputies": self.open_deputies}.get(
            question, []
        )
        if not heirs:
            return [self.ask_fact(question, rule)]
        return [self.ask_fact(each, self.passing[each][3]) for each in heirs if {*self.passing[each][0]} & matter]

    def at_places(self, places: list[int]) -> set[str]:
        """The units of the groups that these places lie in."""
        found, above = set[str](), 0
        for group in self.groups:
            if any(above < place <= above + len(group.units) for place in places):
                found |= {*group.units}
            above += len(group.units)
        return found

    # -- What the standard policy answers (DA)

    def own_criterion_weights(self, _: str) -> Json:
        return {"kind": "weights", "values": {key: each["weight"] for key, each in self.criteria.items()}}

    def own_unit_gates(self, _: str) -> Json:
        facts, gated, unknown = self.season.get("facts", {}), list[Json](), list[Json]()
        for gate in self.rules.get("gates", []):
            told = {"effect": gate["effect"], "rule": self.rule("gates", gate["id"])._asdict()}
            gated += [{"unit": unit, **told} for unit in facts.get(gate["fact"], [])]
            unknown += [] if gate["fact"] in facts else [{"fact": gate["fact"], **told}]
        return {"kind": "gates"} | ({"gated": gated} if gated else {}) | ({"unknown": unknown} if unknown else {})

    def own_tie_break_keys(self, subject: str) -> Json:
        units, keys = subject.split(","), list[Json]()
        for tie in self.rules.get("ties", []):
            key = {"id": tie["id"], "by": "value", "rule": self.rule("ties", tie["id"])._asdict()}
            if tie["by"] == "criterion":
                points = {**self.sums, **self.values}.get(tie["criterion"], {})
                key["values"] = {unit: points.get(unit) for unit in units}
            elif tie["by"] == "share":
                found = {unit: self.share(tie, self.season.get("units", {}).get(unit, {})) for unit in units}
                key["values"] = {unit: value for unit, (value, _) in found.items()}
                key |= {"lacks": {unit: lacks for unit, (_, lacks) in found.items() if lacks}}
            elif tie["by"] == "head-to-head":
                key |= {"values": self.head_to_head(units, tie.get("over")), "then": tie["then"]}
            else:
                key |= {"by": tie["by"], "asks": tie.get("asks")}
            keys.append({name: value for name, value in key.items() if value not in (None, {})})
        return {"kind": "tie-keys"} | ({"keys": keys} if keys else {})

    def share(self, tie: Json, figures: dict[str, int]) -> tuple[Fraction | None, list[str]]:
        of, whole = figures.get(tie["share"]["of"]), figures.get(tie["share"]["in"])
        if of is None or (not whole and of):
            return None, [
                tie["share"][each] for each, n in (("of", of), ("in", whole)) if n is None and (each == "of" or of != 0)
            ]
        whole = whole or 1
        if "at_least" in tie or "more_than" in tie:
            reached = (
                of >= measure(tie["at_least"]) * whole if "at_least" in tie else of > measure(tie["more_than"]) * whole
            )
            return Fraction(int(reached)), []
        return Fraction(of, whole), []

    def head_to_head(self, units: list[str], over: list[str] | None) -> dict[str, Fraction | None]:
        table = {**self.sums, **self.values}
        compared = [table.get(key, {}) for key in over or sorted(self.values)]

        def ahead(one: str, other: str) -> int:
            both = [(points.get(one), points.get(other)) for points in compared]
            return sum(a > b for a, b in both if a is not None and b is not None)

        if not self.values:
            return dict.fromkeys(units)
        return {unit: Fraction(sum(ahead(unit, other) > ahead(other, unit) for other in units)) for unit in units}

    def own_award_quota(self, award: str) -> Json:
        entry, inside = self.awards[award], len(self.inside)
        quota, what = entry.get("quota", {}), f"awards.{award}.quota"
        rule = Rule(what, quota.get("basis", entry["basis"]), quota.get("trust", entry["trust"]))
        told = {"kind": "quota", "rule": rule._asdict(), "rest": False}
        row = [each["number"] for each in quota.get("table", []) if each["units"][0] <= inside <= each["units"][1]]
        if quota.get("rest") or "number" in quota:
            return told | {"number": quota.get("number"), "rest": quota["rest"]}
        if "table" in quota and row:
            return told | {"number": row[0], "base": inside}
        bounds = [key for key in ("share", "not_more_than", "less_than") if key in quota]
        if bounds:
            base = len(self.members) if quota["base"] == "members" else inside
            parts = {key: quota[key] for key in ("rounding", "least", "most") if key in quota} | {
                "share": quota[bounds[0]],
                "base": base,
            }
            parts |= {} if bounds[0] == "share" else {"bound": bounds[0].replace("_", "-")}
            return told | parts | {"number": of_share(parts)}
        gap = self.gap(what) if what in self.undefined else rule
        ask = quota.get("ask") if quota else self.undefined.get(what, {}).get("ask")
        return self.not_defined(gap, ask)

    def not_defined(self, rule: Rule, ask: str | None) -> Json:
        told: Json = {"kind": "undefined", "what": rule.path, "trust": rule.trust}
        return told | ({"basis": rule.basis} if rule.basis else {}) | ({"ask": ask} if ask else {})

    def own_head_rotation(self, _: str) -> Json:
        head, facts = self.rules.get("headship"), self.season.get("facts", {})
        if head is None:
            what = "headship" if "headship" in self.undefined or "headship.by" not in self.undefined else "headship.by"
            return self.not_defined(self.gap(what), self.undefined.get(what, {}).get("ask"))
        rule = self.part("headship")
        told: Json = {"kind": "rotation", "method": head["by"], "rule": rule._asdict()}
        told |= {key: head[key] for key in ("asks", "recognised_by") if key in head}
        barred = []
        for bar in head.get("bars", []):
            known = self.head is not None and not self.open_head
            units = facts.get(bar["fact"]) if "fact" in bar else [self.head] if known else None
            units = None if units is None else [unit for unit in units if unit in self.members]
            path = Rule(f"headship.bars.{bar['id']}", bar["basis"], bar["trust"])
            fact = {"fact": bar["fact"]} if "fact" in bar else {}
            barred.append({"id": bar["id"], "offices": bar["for"], "units": units, "rule": path._asdict(), **fact})
        told |= {"barred": barred} if barred else {}
        told |= {"deputies": [each["seat"] for each in head["deputies"]]} if "deputies" in head else {}
        typed = {"head": head.get("type")} | {each["seat"]: each.get("type") for each in head.get("deputies", [])}
        eligible = {
            seat: [unit for unit in self.members if self.type_of(unit) == kind] for seat, kind in typed.items() if kind
        }
        told |= {"eligible": eligible} if eligible else {}
        if head["by"] == "turn":
            told |= {"queue": self.queue} if self.queue is not None else {}
            told |= {"declined": self.declined} if self.declined else {}
            told |= {"elected": self.elected[0]} if self.elected else {}
        if head["by"] == "deputy" and self.deputies is not None and not self.open_deputies:
            told["moving"] = self.deputies
        return told

    def type_of(self, unit: str) -> str | None:
        units = self.rules.get("units", {})
        own: str | None = self.season.get("units", {}).get(unit, {}).get("type")
        return own or units.get(unit, {}).get("type")

    # -- All of it

    def run(self) -> None:
        self.begin()
        if self.reviewed is not None:
            review(self)
        else:
            self.gates()
            self.points()
            self.standings()
            self.decide_awards()
            self.aftermath()
            self.limits()
            self.headship()
        for gap in self.rules.get("undefined", []) if self.reviewed is None else ():
            said = gap["what"] in ("ties", "headship", "headship.by", "headship.deputies") or re.fullmatch(
                r"awards\..*\.(choose|quota)", gap["what"]
            )
            signed = gap["what"] == "criteria" and any("parent" not in each for each in self.season.get("criteria", []))
            if not (said and "ask" in gap) and not signed:
                self.warn("undefined", self.rule("undefined", gap["id"]).path)
        for question in {*self.acts} - {*self.taken} - self.waits:
            if not any(question == each or (each[-1] == "*" and question.startswith(each[:-1])) for each in self.may):
                raise RefusedError(f"{question}: không ai hỏi|nobody asks it")
            self.waits.add(question)

    def body_again(self, body: Json) -> Json:
        """The record as it comes out."""
        names = {unit: entry["name"] for unit, entry in self.rules.get("units", {}).items()}
        names |= {unit: entry["name"] for unit, entry in self.season.get("units", {}).items() if "name" in entry}
        if self.reviewed is not None:
            names |= {unit: name for each in self.reviewed for unit, name in each["units"].items()}
        warnings = [
            {"code": code, "rule": rule, "units": sorted(units)} for (code, rule), units in sorted(self.warned.items())
        ]
        fresh = {**body, "steps": self.steps, "questions": [*self.questions.values()], "waiting": sorted(self.waits)}
        fresh |= {"warnings": warnings, "units": [{"id": unit, "name": names[unit]} for unit in self.members]}
        if "units" in self.rules:
            kept = {unit for each in self.rules.get("successions", []) for unit in (*each["from"], *each["to"])}
            kept |= {*self.listed, *self.members}
            units = {unit: entry for unit, entry in self.rules["units"].items() if unit in kept}
            fresh["rules"] = {**self.rules, "units": units}
        used = {key: [each for each in body["answers"] if (each["hook"], each["subject"]) == key] for key in self.used}
        fresh["answers"] = [each for key in sorted(used) for each in [*used[key][:-1], self.used[key]]]
        return fresh | outcome(fresh)


def of_share(parts: Json) -> int:
    """The number that a share of a base gives (DA, What the standard policy answers)."""
    part = measure(parts["share"]) * parts["base"]
    down, up = part // 1, -(-part // 1)
    kind = parts.get("rounding") or parts["bound"]
    number = {
        "floor": down,
        "ceiling": up,
        "half-up": (part + Fraction(1, 2)) // 1,
        "not-more-than": down,
        "less-than": max(0, up - 1),
    }[kind]
    number = max(number, parts.get("least", 0))
    return int(min(number, parts.get("most", number)))


class Chain:
    """One award, of a cluster or of a council: who may have it, how many, and the chain that chooses (DA, Awards)."""

    def __init__(self, case: Again, entry: Json, rule: Rule, kind: str) -> None:
        self.case, self.entry, self.rule, self.award = case, entry, rule, entry["id"]
        self.chosen: dict[str, Rule] = {}
        self.opened: list[str] = []
        self.passed: set[str] = set()
        self.followed: set[str] = set()
        self.extra: set[str] = set()
        self.reached: set[str] = set()
        self.after: list[str] = []
        self.candidates: list[str] = []
        self.slots: int | None = 0
        limit = entry.get("at_most", {})
        self.per, self.number = limit.get("per"), limit.get("number")
        self.parents = {unit: case.parent(unit, self.per) for unit in case.members} if self.per else {}
        self.quiet = kind == "council"

    def possible(self) -> set[str]:
        states = getattr(self.case, "state_of", {})
        chosen = {unit for unit in self.chosen if states.get((self.award, unit), "proposed") in ("held", "proposed")}
        if states and self.opened:
            return (
                chosen | self.extra | ({*self.candidates} - self.passed - {*self.chosen} if not self.extra else set())
            )
        return {*self.candidates} - self.passed if self.opened else chosen

    def part(self, kind: str, step: Json) -> Rule:
        return Rule(
            f"{self.rule.path}.{kind}.{step['id']}",
            step.get("basis", self.rule.basis),
            step.get("trust", self.rule.trust),
        )

    # -- Who may have it

    def shut_out(self, again: bool = False) -> None:
        case, entry, given = self.case, self.entry, self.case.given
        may, sure = {*case.inside}, {*case.inside}
        opened: set[str] = set()
        for other in entry.get("excludes", []):
            may -= (
                {*given[other].chosen} if not again else {unit for unit in given[other].chosen if case.has(other, unit)}
            )
            opened |= {*given[other].opened}
        for other in entry.get("requires", []):
            may &= given[other].possible()
            opened |= {*given[other].opened}
        unknown: list[tuple[str, Rule]] = []
        for other in entry.get("requires_before", []):
            if other not in case.won:
                unknown.append((f"before:{other}", self.rule))
                continue
            winners, heirs = case.won[other]
            may &= winners.union(*heirs.values())
            unknown += [(question, case.passing[question][3]) for question in heirs]
            if not heirs and not again:
                case.step("won-before", self.rule, sorted(winners), award=other)
        grounds = [self.ground(each, again) for each in entry.get("grounds", [])]
        if grounds:
            may &= set().union(*(found for found, _, _, _ in grounds))
        for place, (found, sure, opens, asks) in enumerate(grounds):
            elsewhere = set().union(*(each[1] for n, each in enumerate(grounds) if n != place))
            if (found - sure) & may - elsewhere:
                opened |= opens
                unknown += asks
        self.candidates = sorted(may)
        self.after = sorted({*case.gates_of} | opened)
        heirs = {question: case.passing[question][0] for question, _ in unknown if question in case.passing}
        self.unknown = [each for each in unknown if each[0] not in heirs or {*heirs[each[0]]} & may]

    def ground(self, entry: Json, again: bool) -> tuple[set[str], set[str], set[str], list[tuple[str, Rule]]]:
        """Who may have a ground, who surely has it, and what that is open on."""
        case, rule = self.case, self.part("grounds", entry)
        opened, asks = set[str](), list[tuple[str, Rule]]()
        if "fact" in entry:
            stated = case.season.get("facts", {}).get(entry["fact"])
            may, sure = ({*case.members}, set[str]()) if stated is None else ({*stated}, {*stated})
            asks += [(f"fact:{entry['fact']}", rule)] if stated is None else []
        else:
            other = case.given[entry["award"]]
            may, sure, opened = other.possible(), {*other.chosen}, {*other.opened}
            if again:
                sure = {unit for unit in sure if case.has(entry["award"], unit)}
        if entry["years"] == 2:
            if "fact" in entry:
                had = case.season.get("facts_before", {}).get(entry["fact"])
                won = None if had is None else ({*had}, dict[str, list[str]]())
            else:
                won = case.won.get(entry["award"])
            question = f"before:fact:{entry['fact']}" if "fact" in entry else f"before:{entry['award']}"
            if won is None:
                sure = set()
                asks.append((question, rule))
            else:
                may, sure = may & won[0].union(*won[1].values()), sure & won[0]
                asks += [(each, case.passing[each][3]) for each in won[1]]
        if not again:
            of = {key: entry[key] for key in ("fact", "award") if key in entry}
            case.step("ground", rule, sorted(sure), years=entry["years"], **of)
        return may, sure, opened, asks

    # -- How many (DA, Quota)

    def quota(self, steps: list[Json]) -> int | None:
        """The number; None while that is open."""
        case, entry, question = self.case, self.entry, f"quota:{self.award}"
        quota, places = entry.get("quota"), [place for step in steps for place in step.get("places", [])]
        by_place = bool(steps) and all(step["by"] == "place" for step in steps)
        reachable = [unit for unit in self.candidates if not by_place or unit in case.at_places(places)]
        if quota is None and by_place:
            return self.same_number(len(places), self.rule)
        if not reachable and question not in case.acts:
            return 0
        turns = case.gates_of and not (quota and ("number" in quota or quota.get("base") == "members"))
        if turns and not (quota and "ask" in quota):
            return self.open_quota(case.gates_of)
        told = case.answer("award_quota", self.award)
        if told["kind"] == "undefined":
            if "ask" not in told:
                raise RefusedError(question)
            rule = Rule(f"awards.{self.award}.quota", told.get("basis", []), told["trust"])
            act = case.ask(question, "number", [], 0, None, rule, told["ask"], basis=told.get("basis", []))
            if act is None:
                self.quota_open.append(question)
                return None
            case.step("quota", rule, act["number"], question=question)
            return int(act["number"])
        rule = case.told(told["rule"])
        if told["rest"]:
            if self.after or self.unknown:
                return self.open_quota([])
            room = Room(None, self.parents, self.number)
            number = room.most(reachable)
            case.step("quota", rule, number, base=len(reachable), rounding=None)
            return self.same_number(number, rule) if question in case.acts else number
        if "share" in told and of_share(told) != told["number"]:
            raise RefusedError(question)
        number = self.same_number(told["number"], rule)
        inputs = {
            key: told.get(key)
            for key in ("base", "rounding", *(("share", "bound", "least", "most") if "share" in told else ()))
        }
        case.step("quota", rule, number, **inputs)
        return number

    def same_number(self, number: int, rule: Rule) -> int:
        question = f"quota:{self.award}"
        act = self.case.ask(question, "number", [], 0, None, rule) if question in self.case.acts else None
        if act and act["number"] != number:
            raise RefusedError(question)
        return number

    def open_quota(self, on: list[str]) -> int | None:
        self.case.may.append(f"quota:{self.award}")
        self.quota_open += on
        return None

    def within_cluster(self) -> None:
        case, entry = self.case, self.entry
        gap = case.undefined.get(f"awards.{self.award}.choose", {})
        steps = entry["choose"] or (
            [{"id": "undefined", "by": "decision", "asks": gap["ask"], "basis": gap["basis"], "trust": gap["trust"]}]
            if "ask" in gap
            else []
        )
        self.quota_open: list[str] = []
        self.shut_out()
        if not steps:
            return
        slots = self.quota(steps)
        if self.candidates and slots != 0:
            for question, rule in self.unknown:
                case.ask_fact(question, rule)
            self.after = [*dict.fromkeys([*self.after, *(question for question, _ in self.unknown), *self.quota_open])]
        self.choose(steps, self.candidates, slots)
        for unit in sorted(self.passed - {*self.chosen}):
            holders = sorted(each for each in self.chosen if self.parents[each] == self.parents[unit])
            inputs = {"per": self.per, "parent": self.parents[unit], "number": self.number}
            case.step("passed-over", Rule(f"{self.rule.path}.at_most", *self.rule[1:]), holders, unit, **inputs)
        for unit in sorted(self.chosen):
            state = "held" if unit in case.on_hold else "proposed"
            case.step("award", self.chosen[unit], {"award": self.award, "state": state}, unit)
        if self.chosen:
            case.rest(self.rule)

    # -- The chain

    def room(self) -> Room:
        taken: dict[str, int] = {}
        for unit in self.chosen:
            if self.number is not None:
                taken[self.parents[unit]] = taken.get(self.parents[unit], 0) + 1
        return Room(
            None if self.slots is None else max(0, self.slots - len(self.chosen)), self.parents, self.number, taken
        )

    def take(self, units: Iterable[str], rule: Rule) -> None:
        self.chosen |= dict.fromkeys(units, rule)

    def open(self, questions: Iterable[str]) -> None:
        self.opened = [*dict.fromkeys([*self.opened, *questions])]

    def choose(self, steps: list[Json], candidates: list[str], slots: int | None) -> None:
        self.slots = slots
        for place, step in enumerate(steps):
            room, rule = self.room(), self.part("choose", step)
            units = [unit for unit in candidates if unit not in self.chosen]
            free = room.fits(units)
            if room.left != 0 and not (free and step["by"] in ("standing", "place")):
                self.passed |= {*units} - {*free}
            if room.most(free) == 0:
                break
            if self.quiet and step["by"] != "ballot" and not self.after and room.most(free) == len(free):
                self.take(free, rule)
                break
            if step["by"] in ("standing", "place"):
                if self.after:
                    self.open(self.after)
                elif step["by"] == "place":
                    self.by_place(step, rule, units)
                else:
                    self.by_standing(rule, units, free)
            elif step["by"] == "ballot":
                self.by_ballot(step, rule, candidates)
            else:
                question, of = f"award:{self.award}:{step['id']}", step.get("asks")
                within = room.within(free)
                act = self.case.ask(
                    question, "choice", free, 0, room.most(free), rule, of, after=self.after, within=within, chain=True
                )
                if act is None:
                    self.open([question])
                elif act["held"]:
                    self.take(act["choice"], rule)
                    if step["id"] == "undefined":
                        self.case.warn("settled-without-rule", question, act["choice"])
            if self.opened:
                self.may_later(steps[place:])
                break

    def may_later(self, steps: list[Json]) -> None:
        """Questions of the open step and of the later ones."""
        for step in steps:
            own = f"award:{self.award}:{step['id']}"
            self.case.may += [
                own,
                f"{own}:*",
                f"award:{self.award}:over-quota",
                f"award:{self.award}:over-quota:*",
                f"award:{self.award}:{self.per}:*",
            ]
            if step["by"] == "standing":
                self.case.may_tie(f"award:{self.award}")
                self.case.may.append("standing")

    def by_place(self, step: Json, rule: Rule, units: list[str]) -> None:
        room = self.room()
        for place in step["places"]:
            above, group = 0, Group([])
            for each in self.case.groups:
                if above < place <= above + len(each.units):
                    group = each
                above += len(each.units)
            fit = [unit for unit in group.units if unit in units]
            if len(group.units) > 1 or not group.ranked:
                self.open(group.stuck or ["standing"])
                room.take(room.fits(fit)[:1])
                continue
            if fit and room.left != 0:
                self.passed |= {*fit} - {*room.fits(fit)}
                self.take(room.fits(fit), rule)
                room.take(room.fits(fit))

    def by_standing(self, rule: Rule, units: list[str], free: list[str]) -> None:
        room = self.room()
        if room.most(free) == len(free):
            self.passed |= {*units} - {*free}
            return self.take(free, rule)
        groups = [group.only(units) for group in self.case.groups if {*group.units} & {*units}]
        sure, lines, passed = descend(groups, room)
        self.passed |= passed
        self.take(sure, rule)
        for line in lines:
            self.line(line, rule)
        return None

    def prefix(self, parent: str | None) -> str:
        return f"award:{self.award}" + (f":{self.per}:{parent}" if parent else "")

    def line(self, line: Line, rule: Rule) -> None:
        case, group, boundary = self.case, line.group, self.entry["boundary"]
        if group.stuck:
            return self.open(group.stuck)
        if not group.ranked and case.ask_standing and "standing" not in case.taken and case.ask_standing() is None:
            return self.open(["standing"])
        if boundary == "cut" or not group.ranked:
            self.part_line(line, rule, set())
        else:
            self.whole_tie(line, rule, boundary)
        parent = {"parent": line.parent} if line.parent else {}
        output = sorted({*group.units} & {*self.chosen})
        case.step("line", rule, output, tied=group.units, slots=line.slots, boundary=boundary, **parent)
        return None

    def part_line(self, line: Line, rule: Rule, skipped: set[str]) -> None:
        group, prefix = line.group, self.prefix(line.parent)
        parts = [group]
        while len(parts) == 1:
            group = parts[0]
            parts, opened = self.case.cut(group, line.slots, prefix, skipped, False, line.room.within(group.units))
            if opened:
                self.case.may_tie(prefix)
                return self.open(opened)
        sure, lines, passed = descend(parts, line.room.copy())
        self.passed |= passed
        self.take(sure, rule)
        for each in lines:
            self.part_line(each._replace(parent=each.parent or line.parent), rule, set(skipped))
        return None

    def whole_tie(self, line: Line, rule: Rule, boundary: str) -> None:
        case, group, slots, skipped = self.case, line.group, line.slots, set[str]()
        while slots and len(group.units) > slots:
            key = case.next_key(group, skipped)
            if key and key["by"] != "value":
                key = None
            if key is None:
                case.warn("whole-tie", self.rule.path, group.units)
                return self.take(group.units if boundary == "include" else [], rule)
            if key["lacks"]:
                told = case.told(key["rule"])
                return self.open(
                    [
                        case.ask_fact(f"fact:{unit}:{each}", told)
                        for unit in group.units
                        for each in key["lacks"].get(unit, ())
                    ]
                )
            for part in case.parted(group, key):
                if len(part.units) > slots:
                    group = part
                    break
                self.take(part.units, rule)
                slots -= len(part.units)
                group = Group([])
        return None

    # -- Ballots

    def by_ballot(self, step: Json, rule: Rule, candidates: list[str]) -> None:
        case, of, base = self.case, step.get("asks"), step.get("base", "ballots")
        for turn in range(1, step["rounds"] + 1):
            room = self.room()
            free = room.fits(unit for unit in candidates if unit not in self.chosen)
            if room.most(free) == 0:
                return None
            ways = {"present": ["present"], "present-or-consulted": ["present", "consulted"]}.get(base)
            bounds = (
                case.turnout(*ways) if ways else (len(case.members),) * 2 + ([],) if base == "units" else case.body(of)
            )
            least, most, lacks = (0, 0, []) if base == "ballots" else bounds
            threshold = step.get("at_least", step.get("more_than"))
            turns = (
                threshold is not None and measure(threshold) > 0
                if most is None
                else due(step, least) != due(step, most)
            )
            waits = [case.ask_fact(fact, rule) for fact in lacks] if turns else []
            question = f"award:{self.award}:{step['id']}" + (f":{turn}" if turn > 1 else "")
            after = [*self.after, *waits]
            act = case.ask(
                question,
                "votes",
                free,
                0,
                room.most(free),
                rule,
                of,
                after=after,
                within=room.within(free),
                chain=True,
                named=True,
            )
            if act is None:
                return self.open([question])
            if not act["held"]:
                return None
            if base == "ballots":
                least = most = act["ballots"]
            reached = [unit for unit in free if act["votes"][unit] >= due(step, least)]
            case.step(
                "threshold",
                rule,
                reached,
                question=question,
                base=least if least == most else None,
                threshold=threshold,
            )
            self.reached |= {*reached}
            sure, lines, passed = descend([Group(reached)] if reached else [], room)
            self.passed |= passed
            self.take(sure, rule)
            for line in lines:
                self.over_quota(line, rule, act["votes"], of, frozenset(), 1)
            if self.opened:
                return None
        return None

    def over_quota(
        self, line: Line, rule: Rule, votes: dict[str, int], of: str | None, done: frozenset[str], number: int
    ) -> None:
        """Parts a line of a ballot: more reached the threshold than there are slots."""
        case, units, slots = self.case, line.group.units, line.slots
        question = f"{self.prefix(line.parent)}:over-quota" + (f":{number}" if number > 1 else "")
        within = line.room.within(units)
        for step in [*self.entry.get("over_quota", []), None]:
            if step and step["id"] in done:
                continue
            done |= {step["id"]} if step else frozenset()
            own = self.part("over_quota", step) if step else Rule(f"{self.rule.path}.over_quota")
            if step and step["by"] == "votes":
                level = votes
                asked: Json = {}
            else:
                chair = bool(step) and step["by"] == "chair-vote"
                whom = "chair" if chair else step.get("asks") if step else None
                least, most = (0, len(units)) if chair else (slots, slots)
                act = case.ask(
                    question,
                    "choice",
                    units,
                    least,
                    most,
                    own,
                    whom,
                    named=True,
                    chain=bool(step),
                    within=[] if chair else within,
                )
                if act is None:
                    return self.open([question])
                number += 1
                if not act["held"]:
                    question = f"{self.prefix(line.parent)}:over-quota:{number}"
                    continue
                if not chair:
                    if not step:
                        case.warn("settled-without-rule", question, units)
                    return self.take(act["choice"], rule)
                level, asked = {unit: int(unit in act["choice"]) for unit in units}, {"question": question}
            parts = [
                line.group.only(unit for unit in units if level[unit] == n)
                for n in sorted({level[unit] for unit in units}, reverse=True)
            ]
            sure, lines, passed = descend(parts, line.room.copy())
            self.passed |= passed
            self.take(sure, rule)
            tied = sorted({unit for each in lines for unit in each.group.units})
            more: dict[str, Json] = {"among": units, "parent": line.parent} if self.per else {}
            case.step("over-quota", own, sure, tied=tied, slots=slots, **asked, **more)
            for each in lines:
                self.over_quota(each._replace(parent=each.parent or line.parent), rule, votes, of, done, number)
            return None
        return None


def review(case: Again) -> None:
    """A council (DA, Councils)."""
    rule = case.rule("councils", case.season["cluster"])
    for each in case.reviewed:
        inputs = {
            "cluster": each["cluster"],
            "leader": each.get("leader"),
            "units": len(each["units"]),
            "record": each["record"],
        }
        case.step("reviewed", rule, each.get("proposals", []), **inputs)
    reviews = by_id(case.rules.get("reviews", []))
    named = {entry["award"] for each in case.reviewed for entry in each.get("proposals", [])} | {*reviews}
    left = [*(award for award in case.awards if award in named), *sorted(named - {*case.awards})]
    case.given = {}
    while left:
        award = next(
            each
            for each in left
            if not {*reviews.get(each, {}).get("requires", []), *reviews.get(each, {}).get("excludes", [])} & {*left}
        )
        left.remove(award)
        gap = case.undefined.get(f"reviews.{award}", {})
        entry = reviews.get(award) or {"id": award, "among": "proposals", "raises": False}
        rule = case.rule("reviews", award) if award in reviews else case.gap(f"reviews.{award}")
        if not entry.get("choose"):
            entry = {
                **entry,
                "choose": [
                    {
                        "id": "undefined",
                        "by": "decision",
                        "asks": gap.get("ask"),
                        "basis": gap.get("basis", rule.basis),
                        "trust": gap.get("trust", rule.trust),
                    }
                ],
            }
        case.given[award] = Review(case, entry, rule, award in reviews or "ask" in gap)


class Review(Chain):
    """One award of a council."""

    def __init__(self, case: Again, entry: Json, rule: Rule, defined: bool) -> None:
        super().__init__(case, entry, rule, "council")
        self.why: dict[str, tuple[str, Rule]] = {}
        self.proposed = {
            each["unit"]: each["state"]
            for one in case.reviewed
            for each in one.get("proposals", [])
            if each["award"] == self.award
        }
        looked = {unit: state for unit, state in self.proposed.items() if state in ("proposed", "held")}
        if entry["among"] == "leaders":
            leaders = self.leaders(rule)
            if leaders is None:
                self.candidates = [*case.members]
                case.may += [f"award:{self.award}*", f"quota:{self.award}"]
                return self.open(["fact:cluster-leader"])
            looked = {unit: looked.get(unit, "proposed") for unit in leaders}
        self.looked = looked
        if looked and not defined:
            case.warn("undefined", rule.path)
        given, opened = case.given, set[str]()
        for other in (*entry.get("excludes", []), *entry.get("requires", [])):
            if other in given:
                opened |= {*given[other].opened}
        for unit in looked:
            if any(other in given and unit in given[other].chosen for other in entry.get("excludes", [])):
                self.why[unit] = "excludes", rule
            elif not all(other in given and unit in given[other].possible() for other in entry.get("requires", [])):
                self.why[unit] = "requires", rule
        self.candidates, self.after = sorted({*looked} - {*self.why}), sorted(opened)
        self.cap()
        self.finish()
        return None

    def leaders(self, rule: Rule) -> list[str] | None:
        case = self.case
        alone = [each["leader"] for each in case.reviewed if "leader" in each]
        missing = [each for each in case.reviewed if "leader" not in each and each["units"]]
        stated = case.season.get("facts", {}).get("cluster-leader")
        if stated is None and missing:
            units = sorted(unit for each in missing for unit in each["units"])
            within = [(each["cluster"], sorted(each["units"]), 1) for each in missing if len(each["units"]) > 1]
            case.ask_fact("fact:cluster-leader", rule, units, most=len(missing), within=within)
            return None
        return sorted({*alone, *(stated or [])})

    def units_of(self, fact: str, rule: Rule) -> list[str] | None:
        if fact == "leaders":
            return self.leaders(rule)
        stated: list[str] | None = self.case.season.get("facts", {}).get(fact)
        if stated is None:
            self.case.ask_fact(f"fact:{fact}", rule, self.case.members)
        return stated

    def cap(self) -> None:
        case, award = self.case, self.award
        limits = [each for each in case.rules.get("limits", []) if each.get("award") == award]
        question, known, opened = f"quota:{award}", list[tuple[int, Rule]](), list[str]()
        self.outside: list[str] = []
        self.known: tuple[int, Rule] | None = None
        for entry in limits:
            rule = case.rule("limits", entry["id"])
            if "per_parent" in entry:
                self.per, self.number, self.by_parent = entry["per_parent"]["per"], entry["per_parent"]["number"], rule
                self.parents = {unit: self.parent_of(unit) for unit in case.members}
        if not self.candidates:
            for entry in limits:
                if "ask" in entry and question in case.acts:
                    rule = case.rule("limits", entry["id"])
                    act = case.ask(question, "number", [], 0, None, rule, entry["ask"], after=self.after)
                    case.may += [] if act else [f"award:{award}*"]
            self.slots = 0
            return
        for entry in limits:
            rule = case.rule("limits", entry["id"])
            inputs: Json = {"award": award}
            if "number" in entry:
                number = entry["number"]
            elif "ask" in entry:
                act = case.ask(question, "number", [], 0, None, rule, entry["ask"])
                if act is None:
                    opened.append(question)
                    continue
                number, inputs = act["number"], {**inputs, "question": question}
            elif "at_most" in entry:
                base = self.units_of(entry["base"], rule)
                if base is None:
                    opened.append("fact:" + entry["base"].replace("leaders", "cluster-leader"))
                    continue
                number = measure(entry["at_most"]) * len(base) // 1
                inputs |= {"at_most": entry["at_most"], "base": entry["base"], "of": len(base)}
            else:
                continue
            case.step("limit", rule, number, **inputs)
            known.append((number, rule))
        self.known = min(known, key=lambda each: each[0], default=None)
        uncounted = [(fact, case.rule("limits", each["id"])) for each in limits for fact in each.get("uncounted", [])]
        if self.known and self.known[0] < len(self.candidates) and (not opened or self.known[0] == 0):
            for fact, rule in uncounted:
                units = self.units_of(fact, rule)
                if units is None:
                    opened.append(f"fact:{fact}")
                self.outside = sorted({*self.outside} | {*self.candidates} & {*(units or [])})
        if self.known and self.known[0] == 0 and not uncounted:
            opened = []
        self.cap_open = [*dict.fromkeys(opened)]
        inside = [unit for unit in self.candidates if unit not in self.outside]
        if self.after:
            self.outside, inside = [], self.candidates
        none = self.known is not None and self.known[0] == 0
        self.slots = 0 if none else None if self.cap_open else self.known[0] if self.known else len(inside)
        self.inside_units = inside

    def parent_of(self, unit: str) -> str:
        for each in self.case.reviewed or ():
            if unit in each["units"]:
                return str(each.get("within", {}).get(unit, {}).get(self.per, ""))
        return ""

    def finish(self) -> None:
        case, entry = self.case, self.entry
        if self.candidates:
            waits = list(self.after)
            self.after = [*self.after, *self.cap_open]
            self.choose(entry["choose"], self.inside_units, self.slots)
            if self.slots == 0:
                self.open(self.after)
            counted = {*self.chosen}
            for unit in self.outside:
                self.chosen[unit] = self.rule
        else:
            waits, counted = list(self.after), set[str]()
            self.open(waits)
        for unit in sorted(self.chosen):
            state = "held" if self.looked[unit] == "held" else "raised" if entry["raises"] else "granted"
            output = {"award": self.award, "state": state, "why": None}
            case.step("grant", self.rule, output, unit, proposed=self.looked[unit], counted=unit in counted)
        if self.chosen:
            case.rest(self.rule)
        if not self.opened:
            for unit in self.candidates:
                if unit not in self.chosen:
                    self.why[unit] = self.reason(unit, counted)
        if not waits:
            for unit in sorted(self.why):
                why, rule = self.why[unit]
                case.step(
                    "cut", rule, {"award": self.award, "state": "cut", "why": why}, unit, proposed=self.looked[unit]
                )

    def reason(self, unit: str, counted: set[str]) -> tuple[str, Rule]:
        ballots = all(step["by"] == "ballot" for step in self.entry["choose"])
        if self.slots != 0 and ballots and unit not in self.reached:
            return "votes", self.rule
        if self.number is not None and sum(self.parents[each] == self.parents[unit] for each in counted) >= self.number:
            return "parent", self.by_parent
        if self.known and len(counted) >= self.known[0]:
            return "limit", self.known[1]
        return "not-chosen", self.rule


STANDARD = ("criterion_weights", "unit_gates", "tie_break_keys", "award_quota", "head_rotation")

# ---- Comparing, and what is told ----


class Difference(NamedTuple):
    """The first difference (RF, Checking a record): where, the two values, and of a step its number, unit and rule."""

    where: str
    recorded: Json
    again: Json
    step: Json = None


ABSENT = "∅"


def first(recorded: Json, again: Json, path: str) -> tuple[str, Json, Json]:
    """The first place at which two values differ."""
    if isinstance(recorded, dict) and isinstance(again, dict):
        for key in sorted({*recorded, *again}):
            one, other = recorded.get(key, ABSENT), again.get(key, ABSENT)
            if write(one) != write(other):
                return first(one, other, f"{path}.{key}")
    if isinstance(recorded, list) and isinstance(again, list):
        for place in range(max(len(recorded), len(again))):
            one, other = (each[place] if place < len(each) else ABSENT for each in (recorded, again))
            if write(one) != write(other):
                return first(one, other, f"{path}.{place}")
    return path, recorded, again


OUTCOME = ("status", "gates", "standings", "awards", "offices", "questions", "waiting", "grants")


def difference(body: Json, again: Json) -> Difference | None:
    """Looked for in the steps, then in the outcome, then in the rest."""
    for place in range(max(len(body["steps"]), len(again["steps"]))):
        one: Json = body["steps"][place] if place < len(body["steps"]) else None
        other: Json = again["steps"][place] if place < len(again["steps"]) else None
        if one is None or other is None:
            step = {**(one or other), "n": place + 1}
            return Difference("step", one["step"] if one else ABSENT, other["step"] if other else ABSENT, step)
        for key in ("step", "unit", "rule", "basis", "inputs", "output"):
            if write(one[key]) != write(other[key]):
                return Difference(*first(one[key], other[key], key), other)
    for key in (*OUTCOME, *sorted(body)):
        if key in body and write(body[key]) != write(again[key]):
            return Difference(*first(body[key], again[key], key))
    return None


# ---- The checks, numbered ----

CHECKS = (
    "Các byte đúng dạng chuẩn tắc|the bytes are in canonical form",
    "format và semantics đã biết|format and semantics are known",
    "Mọi khóa đúng chỗ, đúng kiểu, không thiếu|every key in its place, of its type, none missing",
    "Giá trị viết đúng một cách, tập hợp đã xếp|values in their one spelling, sets sorted",
    "Bước đánh số liền nhau; câu trả lời cuối có hiệu lực|steps numbered in order; last answers in force",
    "Kết quả suy ra từ các bước|the outcome follows from the steps",
    "Quyết định lại được từ mùa, quy tắc, câu trả lời|season, rules and answers can be decided again",
    "Các bước như khi quyết định lại|the steps are those of deciding again",
    "Kết quả như khi quyết định lại|the outcome is that of deciding again",
    "Phần còn lại như khi quyết định lại|the rest is that of deciding again",
    "Câu trả lời của standard suy ra từ quy tắc|answers by standard follow from the rules",
)
# RF leaves these to whoever reads the record: nothing in it shows whether they hold.
UNCHECKED = (
    "Mùa này có nói khác biên bản mùa trước không|whether the season gainsays a former record",
    "Sự việc mà không điều nào cần đến|whether something turns on each fact that an act states",
    "Tên gọi, văn bản, quy chế có thật không|whether names, documents and rules are true",
)
VERDICTS = {
    0: "KHỚP|MATCH",
    10: "KHÁC, cùng kết quả|ANOTHER RECORD, the same outcome",
    11: "SAI LỆCH|DIVERGED",
    14: "KHÔNG HỖ TRỢ|UNSUPPORTED",
    15: "KHÔNG HỢP LỆ|INVALID",
}


class Verdict(NamedTuple):
    """The exit status, by number of a check whether it holds, and what was found at the one that does not."""

    status: int
    held: dict[int, bool]
    what: str = ""
    path: Path = ()
    byte: int | None = None
    difference: Difference | None = None


def decide(body: Json, own: bool) -> tuple[Difference | None, bool, bool]:
    """Decides again: the first difference, whether the outcomes differ, whether an answer by standard does."""
    again = Again(body, own)
    again.run()
    fresh = again.body_again(body)
    other = any(write(body[key]) != write(fresh[key]) for key in OUTCOME if key in body)
    return difference(body, fresh), other, bool(again.altered)


def verify(data: bytes) -> Verdict:
    held: dict[int, bool] = {}
    body: Json = None
    try:
        body = read(data)
        held[1] = True
        check_format(body)
        held[2] = True
        faults = check_shape(body)
        for check in (3, 4):
            if check in faults:
                raise faults[check]
            held[check] = True
        check_order(body)
        held[5] = True
        check_outcome(body)
        held[6] = True
    except FaultError as fault:
        held[fault.check] = False
        byte = byte_of(body, fault.path) if fault.byte is None else fault.byte
        return Verdict(fault.status, held, fault.what, fault.path, byte)
    try:
        found, other, altered = decide(body, own=False)
        held |= {7: True, 8: not (found and found.step), 9: not other, 10: found is None or bool(found.step) or other}
        if found is None and altered:
            held[11] = False
            found, other, _ = decide(body, own=True)
        elif found is None:
            held[11] = True
    except RefusedError as error:
        return Verdict(11, {**held, (11 if 7 in held else 7): False}, str(error))
    except Exception as error:  # What the rules refer to and do not have ends here, whatever it is.
        return Verdict(11, {**held, (11 if 7 in held else 7): False}, f"{type(error).__name__}: {error}")
    return Verdict(0 if found is None else 11 if other else 10, held, difference=found)


def told(verdict: Verdict, data: bytes, lang: str) -> list[str]:
    """The lines that are printed; the last one is the verdict."""

    def say(text: str) -> str:
        return text.split("|")[lang == "en"] if text.count("|") == 1 else text

    words = {True: "đạt|holds", False: "SAI|FAILS", None: "không kiểm tra|not checked"}
    lines = [f"{say('Biên bản|Record')} {sha256(data).hexdigest()}"]
    lines += [f"{n:2}. {say(text)}: {say(words[verdict.held.get(n)])}" for n, text in enumerate(CHECKS, 1)]
    lines += [f" -  {say(text)}: {say(words[None])}" for text in UNCHECKED]
    found = verdict.difference
    if verdict.what:
        where = ".".join(map(str, verdict.path))
        lines.append(f"{say(verdict.what)} {where}" + (f" (byte {verdict.byte})" if verdict.byte is not None else ""))
    if found:
        if found.step:
            step = found.step
            lines.append(f"{say('Bước|Step')} {step['n']} {step['step']}, {step['unit']}, {step['rule']}")
        lines += [f"{found.where}:", f"  {say('ghi|recorded')}: {write(found.recorded)}"]
        lines.append(f"  {say('tính lại|recomputed')}: {write(found.again)}")
    lines.append(say(VERDICTS[verdict.status]))
    return ["".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in line) for line in lines]


def main(arguments: Sequence[str]) -> int:
    lang = "en" if "--lang" in arguments and "en" in arguments else "vi"
    names = [each for each in arguments if each not in ("--lang", "en", "vi")]
    if len(names) != 1:
        print("python -m emulverify RECORD [--lang vi|en]", file=sys.stderr)
        return 2
    try:
        with open(names[0], "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    verdict = verify(data)
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    print("\n".join(told(verdict, data, lang)))
    return verdict.status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
