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
body: format text; semantics count; cluster id; season season; ruleset version; rules rules; policy text;
 answers (answer@hook,subject); status =pending/complete; units (named@id); gates [gated]; standings [placed];
 awards [given]; offices [office]; questions [question]; waiting (text); warnings (warning@code,rule); steps [step];
 reviewed? (reviewed@cluster); grants! [grant]
version: id id; in_force day
named: id id; name text
gated: unit id; gate text; effect =out/hold; basis [text]
placed: unit id; place count~; tied_with (id); total measure~
given: award id; unit id; state =proposed/held/refused/cancelled/yielded; basis [text]
office: office =head/deputy; seat text~; unit id; basis [text];
 state =elected/acclaimed/handed-over/turn/moved-up/appointed/recognised
question: id text; asks =choice/votes/number/places/value; of text~; options [text]; least count; most count~; basis [text];
 after [text]; within? [part]
part: parent id; units (id); most count
warning: rule text; units (id); code =reported-rule/assumed-rule/reported-act/assumed-act/undefined/rescaled/relative-scale
 /settled-without-rule/decided-above/unchecked/proposed-before/vacant/whole-tie
step: n count; step text; unit id~; rule text; basis [text]; inputs object; output any
grant: award id; unit id; state =granted/raised/held/cut; basis [text];
 why =limit/parent/votes/not-chosen/requires/excludes~
reviewed: record sha; ruleset id; cluster id; units {text}; within? {{id}}; leader? id; proposals? [proposal]
proposal: award id; unit id; state =proposed/held/refused/cancelled/yielded
season: ruleset id; cluster id; season year; in_force? day; sources? {source}; outgoing? outgoing; turns? turns;
 meeting? meeting; council? council; facts? {(id)}; before? {(id)}; facts_before? {(id)}; units? {entry};
 successions? (succession@id); criteria? (criterion@id); scores? {{cell}}; recognised? recognised; acts? (act@question);
 former? {former}
source: document text; number? text; issued? day; seen? text
outgoing: head? id; deputies! (id)
turns: queue? [id]; source? id; events? [event]
event: unit id; event =joined/left/declined/elected; source id
meeting: present? count; consulted? count; proxies? count
council: members count
entry: women? count; staff? count; roster? =joins/leaves; name? text; source? id; type? id; within? {id}
recognised: source id; on? day
former: record sha; authority? text; head? id; deputies! (id); turns! [id]; awards? {(id)}; facts? {(id)}
act: question text; source id; trust T; held bool; choice! (id); votes! {count}; number? count; places! {count}; value? text;
 among! (id); ballots? count; names? count; decided_by? text; on? day
rules: id id; title text; authority text; policy text; in_force day; seasons span; sources? {source}; clusters? {cluster};
 units? {member}; rosters? (roster@id); successions? (succession@id); scale? scale; tables? {table}; stages? [stage];
 scoring? scoring; criteria? (criterion@id); gates? (gate@id); conditions? (condition@id); voting? voting; order? order;
 ties? [tie]; awards? [award]; limits? (limit@id); councils? {above}; reviews? [review]; headship? headship;
 undefined? (undefined@id)
span: first year; last? year
cluster: name text; members (id); basis [text]; trust T; kind =cluster/bloc; table? id
member: name text; aliases? (text); type? id; within? {id}
roster: id id; cluster id; members (id); on day; basis [text]; trust T; final bool; season? year
succession: id id; from (id); to (id); on day; kind =renamed/merged/split; basis [text]; trust T; final bool; season? year;
 cluster? id; carries? (=seat/turn/award/points)
rounding: mode =floor/ceiling/half-up/half-even; places count; basis? [text]; trust? T
scale: basis [text]; trust T; points? measure; bonus? measure; rounding? rounding
table: name text; basis [text]; trust T; points? measure; bonus? measure; rounding? rounding
stage: id id; name text; by =unit/cross/head/head-and-deputies/agency/meeting/council; basis [text]; trust T; final bool
scoring: take =last/mean/max/agreed; basis [text]; trust T
criterion: id id; name text; basis [text]; trust T; kind =points/bonus/deduction; weight measure; cap bool; frame bool;
 above_max bool; final bool; parent? id; table? id; max? measure; min? measure; bands? [band]; least? measure;
 method? =entered/proportion/relative/pass-fail/bands/count/net/held/policy; most? measure; each? measure;
 each_minus? measure; leader? =ratio/amount; at_plan? measure; held? (worth@award); not_applicable? =rescale;
 no_target? =not-applicable/own-group; stages? (id); imposed_by? (id); rounding? rounding; step? measure
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
award: id id; name text; basis [text]; trust T; choose [choose]; boundary =cut/include/exclude; final bool; quota? quota;
 over_quota? [over]; requires? (id); excludes? (id); requires_before? (id); grounds? (ground@id); at_most? per
choose: id id; by =standing/place/meeting/ballot/decision; rounds count; asks? text; places? (count); at_least? measure;
 more_than? measure; base? =members/units/present/present-or-consulted/ballots; basis? [text]; trust? T
quota: rest bool; number? count; table? [row]; ask? text; share? measure; not_more_than? measure; less_than? measure;
 base? =units/members; rounding? =floor/ceiling/half-up; least? count; most? count; basis? [text]; trust? T
row: units [count]; number count
over: id id; by =votes/chair-vote/decision; asks? text; basis? [text]; trust? T
ground: id id; years count; fact? id; award? id; basis? [text]; trust? T
per: number count; per id
limit: id id; says text; basis [text]; trust T; final bool; award? id; at_most? measure; base? id; number? count; ask? text;
 per_parent? per; uncounted? [id]
above: name text; basis [text]; trust T
review: id id; basis [text]; trust T; among =proposals/leaders; raises bool; final bool; choose? [choose];
 over_quota? [over]; requires? (id); excludes? (id)
headship: by =elected/acclaimed/handed-over/turn/deputy/appointed; basis [text]; trust T; final bool; asks? text;
 bars? (bar@id); deputies! [seat]; recognised_by? text; type? id; declined? =back/stays; seat_of? id
bar: id id; for (=head/deputy); basis [text]; trust T; who? =outgoing; fact? id
seat: seat id; type? id
undefined: id id; what text; says text; basis [text]; trust T; final bool; ask? text
answer: hook =criterion_weights/tie_break_keys/award_quota/head_rotation/unit_gates/criterion_points; subject text; by text;
 answer reply
rule: path text; basis [text]; trust T
weights: kind text; values {measure}
tie-keys: kind text; keys? [key]
key: id id; by =value/ballot/decision/lot; rule rule; asks? text; values? {measure~}; lacks? {[=women/staff]};
 then? =restart/continue
quota-reply: kind text; number count~; rule rule; rest bool; base? count; rounding? =floor/ceiling/half-up; share? measure;
 bound? =not-more-than/less-than; least? count; most? count
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
    for line in SHAPES.replace("\n ", "").strip().splitlines():
        name, keys = line.split(": ", 1)
        read[name] = {
            key.rstrip("?!"): Key(kind.replace("T", "=read/reported/assumed"), key[-1] in "?!", key[-1] == "!")
            for key, kind in (each.split() for each in keys.split(";"))
        }
    return read


class Fault(Exception):
    """What is wrong, "in Vietnamese|in English", and where: a path of keys, or a byte."""

    def __init__(self, check: int, what: str, path: Path = (), byte: int | None = None, status: int = 15) -> None:
        super().__init__(what)
        self.check, self.what, self.path, self.byte, self.status = check, what, path, byte, status


# ---- Check 1 (RF, The bytes) ------------------------------------------------------------------------------------------


def read(data: bytes) -> Json:
    """The value that the bytes hold in the one form that they may have."""
    if len(data) > MOST_BYTES or sum(map(data.count, (b",", b"[", b"{"))) > MOST_TOKENS:
        raise Fault(1, "quá lớn|too large", byte=0)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Fault(1, "không phải UTF-8|not UTF-8", byte=error.start) from None
    depth = 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*+"|[\[{\]}]', text, re.DOTALL):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > MOST_DEPTH:
            raise Fault(1, "lồng quá sâu|nested too deep", byte=len(text[: found.start()].encode()))
    try:
        body = json.loads(text, parse_float=_no_number, parse_constant=_no_number, parse_int=_count)
        written = write(body).encode("utf-8")
    except json.JSONDecodeError as error:
        raise Fault(1, "không phải JSON|not JSON", byte=len(text[: error.pos].encode())) from None
    except (ValueError, RecursionError) as error:
        raise Fault(1, "số hay chữ không được phép|a number or text that may not be", byte=0) from error
    if written != data:
        byte = next((n for n, pair in enumerate(zip(written, data, strict=False)) if pair[0] != pair[1]), None)
        raise Fault(1, "viết cách khác|in another form", byte=min(len(written), len(data)) if byte is None else byte)
    _check_text(body, ())
    return body


def write(value: Json) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _no_number(text: str) -> Json:
    raise ValueError(text[:20])


def _count(text: str) -> int:
    if len(text) > 9 or text[0] == "-":
        raise ValueError(text[:20])
    return int(text)


def _check_text(value: Json, path: Path) -> None:
    """NFC everywhere, ASCII in keys."""
    if isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
        raise Fault(1, "chữ không ở dạng NFC|text that is not NFC", path)
    if isinstance(value, dict):
        for key, inner in value.items():
            if not key.isascii():
                raise Fault(1, "khóa không phải ASCII|a key that is not ASCII", path)
            _check_text(inner, (*path, key))
    if isinstance(value, list):
        for place, inner in enumerate(value):
            _check_text(inner, (*path, place))


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


# ---- Check 2 (RF, The body) -------------------------------------------------------------------------------------------


def check_format(body: Json) -> None:
    family = re.compile(r"emulrules/decision/([1-9]\d{0,8})", re.ASCII)
    if not isinstance(body, dict) or not family.fullmatch(str(body.get("format"))):
        raise Fault(2, "không phải biên bản quyết định|no record of a decision", ())
    if type(body.get("semantics")) is not int:
        raise Fault(2, "semantics không phải số|semantics is no number", ("semantics",))
    if (body["format"], body["semantics"]) != ("emulrules/decision/1", 1):
        raise Fault(2, "bản mới hơn, không kiểm tra được|a version that is not supported", ("format",), status=14)


# ---- Checks 3 and 4 (RF, The spelling of values) ------------------------------------------------------------------------


def measure(text: str) -> Fraction:
    return Fraction(text)


def spell(value: Fraction) -> str:
    """The one spelling of a measure."""
    above, below = abs(value.numerator), value.denominator
    if max(above, below).bit_length() > MOST_DIGITS * 3.33:
        raise Refused("số quá dài|a measure too long")
    sign = "-" if value < 0 else ""
    if 10**12 % below:
        return f"{sign}{above}/{below}"
    whole, rest = divmod(above * (10**12 // below), 10**12)
    return f"{sign}{whole}.{rest:012d}".rstrip("0").rstrip(".") if rest else f"{sign}{whole}"


class Shapes:
    """Walks through a body: the first fault of shape (check 3) and the first of spelling (check 4)."""

    def __init__(self) -> None:
        self.shapes, self.faults, self.cells = shapes(), dict[int, Fault](), 0

    def fault(self, check: int, what: str, path: Path) -> None:
        self.faults.setdefault(check, Fault(check, what, path))

    def check(self, value: Json, kind: str, path: Path) -> None:
        if kind[-1] == "~":
            return None if value is None else self.check(value, kind[:-1], path)
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

    def check_word(self, value: Json, kind: str, path: Path) -> None:
        if not isinstance(value, str):
            return self.fault(3, "phải là chữ|no text", path)
        if kind == "measure":
            digits = re.fullmatch(r"-?\d+(\.\d+|/\d+)?", value, re.ASCII)
            if not digits or len(value) > MOST_DIGITS + 2 or re.search(r"/0+$", value) or spell(measure(value)) != value:
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
        elif {*value} <= {"actual", "plan"} and "actual" in value or {*value} == {"plus", "minus"}:
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


def check_shape(body: Json) -> dict[int, Fault]:
    walk = Shapes()
    walk.check(body, "body", ())
    if not walk.faults:
        if len({key in body for key in ("reviewed", "grants")} | {"councils" in body["rules"]}) > 1:
            walk.fault(3, "khóa của hội đồng|a key of a council's record", ("rules",))
        if walk.cells > MOST_CELLS:
            walk.fault(3, "quá nhiều ô điểm|too many cells", ("season", "scores"))
    return walk.faults


# ---- Checks 5 and 6 (RF, answers; The outcome follows from the steps) ------------------------------------------------------


def check_order(body: Json) -> None:
    for place, step in enumerate(body["steps"]):
        if step["n"] != place + 1:
            raise Fault(5, "bước đánh số sai|a step out of number", ("steps", place))
    last: dict[tuple[str, str], tuple[int, str]] = {}
    for place, each in enumerate(body["answers"]):
        subject = each["hook"], each["subject"]
        if last.get(subject, (0, "defer"))[1] != "defer":
            raise Fault(5, "câu trả lời sau câu đã trả lời|an answer after one that is in force", ("answers", place))
        last[subject] = place, each["answer"]["kind"]
    for place, kind in last.values():
        if kind == "defer":
            raise Fault(5, "câu trả lời cuối lại nhường|the last answer defers", ("answers", place))


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
            raise Fault(6, "bước không đủ|a step without what it must hold", ("steps", place))
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
        "standings": sorted(found["standing"], key=lambda each: (each["place"] is None, each["place"] or 0, each["unit"])),
        "awards": found["award"],
        "offices": found["office"],
        "status": "pending" if body["questions"] or body["waiting"] else "complete",
    } | ({"grants": found["grant"]} if "grants" in body else {})


def check_outcome(body: Json) -> None:
    for key, value in outcome(body).items():
        if write(body[key]) != write(value):
            raise Fault(6, "không theo các bước|does not follow from the steps", (key,))


class Refused(Exception):
    """The season cannot be decided."""
