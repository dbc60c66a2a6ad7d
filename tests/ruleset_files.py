"""Ruleset files that tests write: a small one that can be read, and what reading a changed one says."""

from datetime import date
from pathlib import Path

import pytest

from emulrules.errors import EmulrulesError, Fault
from emulrules.files.library import Library

HEAD = """\
format = "emulrules/ruleset/1"
id = "khoi-thu"
title = "Quy chế khối thử (giả định)"
authority = "Cơ quan giả định"
policy = "standard"
in_force = 2021-01-15
seasons = { first = "2021", last = "2023" }
"""

RULE = 'basis = "quy-che Điều 1"\ntrust = "assumed"\n'
SOURCES = '[sources.quy-che]\ndocument = "Quy chế khối thử (giả định)"\nnumber = "01/GĐ"\n'

BODY = f"""
{SOURCES}
[clusters.khoi-a]
name = "Khối A"
members = ["don-vi-a", "don-vi-b"]
{RULE}
[units.don-vi-a]
name = "Đơn vị A (giả định)"
[units.don-vi-b]
name = "Đơn vị B (giả định)"
aliases = ["ĐV B"]

[scale]
points = 100
bonus = 5
{RULE}
[[criteria]]
id = "nhiem-vu"
name = "Nhiệm vụ"
max = 60
{RULE}
[[criteria]]
id = "chi-tieu"
parent = "nhiem-vu"
name = "Chỉ tiêu"
method = "proportion"
max = 40
no_target = "not-applicable"
not_applicable = "rescale"
{RULE}
[[criteria]]
id = "hai-long"
parent = "nhiem-vu"
name = "Hài lòng"
method = "bands"
bands = [{{ more_than = "80%", points = 10 }}, {{ at_least = "80%", points = 8 }}, {{ points = 2 }}]
max = 10
weight = 2
{RULE}
[[criteria]]
id = "phong-trao"
name = "Phong trào"
method = "entered"
max = 40
{RULE}
[[criteria]]
id = "diem-thuong"
kind = "bonus"
name = "Điểm thưởng"
method = "count"
each = "2.5"
{RULE}
[[criteria]]
id = "diem-tru"
kind = "deduction"
name = "Điểm trừ"
method = "count"
each = -8
{RULE}
[[gates]]
id = "dang-xem-xet"
fact = "under-complaint"
effect = "hold"
{RULE}
[[conditions]]
id = "du-hop"
what = "present"
base = "members"
at_least = "2/3"
{RULE}
[order]
by = "points"
name_places = [1, 2]
{RULE}
[[ties]]
id = "chi-tieu-truoc"
by = "criterion"
criterion = "chi-tieu"
{RULE}
[[ties]]
id = "ty-le-nu"
by = "share"
share = {{ of = "women", in = "staff" }}
at_least = "70%"
{RULE}
[[ties]]
id = "chu-tri"
by = "decision"
asks = "chair"
{RULE}
[[awards]]
id = "province-flag"
name = "Cờ"
choose = [{{ id = "thu-nhat", by = "place", places = [1] }}]
{RULE}
[[awards]]
id = "province-certificate"
name = "Bằng khen"
quota = {{ table = [{{ units = [1, 5], number = 1 }}, {{ units = [6, 10], number = 2 }}] }}
choose = [
  {{ id = "bo-phieu", by = "ballot", asks = "members", at_least = "2/3", base = "members", rounds = 2 }},
  {{ id = "binh-xet", by = "meeting", asks = "meeting" }},
]
over_quota = [{{ id = "nhieu-phieu", by = "votes" }}, {{ id = "chu-tri-chon", by = "decision", asks = "chair" }}]
excludes = ["province-flag"]
{RULE}
[[limits]]
id = "mot-co"
says = "Mỗi đơn vị một cờ"
award = "province-flag"
at_most = "20%"
base = "flag-qualified"
{RULE}
[headship]
by = "elected"
asks = "members"
bars = [{{ id = "khong-lien-tiep", for = ["head"], who = "outgoing", {RULE.strip().replace(chr(10), ", ")} }}]
deputies = [{{ seat = "deputy" }}]
{RULE}
[[undefined]]
id = "cong-nhan"
what = "headship.recognition"
says = "Quy chế không nói"
ask = "province"
{RULE}
"""

RULESET = HEAD + BODY


def shelve(folder: Path, content: str, id: str = "khoi-thu", day: str = "2021-01-15") -> Path:
    """Puts a ruleset where a library keeps it."""
    path = folder / id / f"{day}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def faults_of(folder: Path, content: str) -> list[Fault]:
    """What is wrong with a ruleset of that content; every fault has its file, a line and sentences."""
    path = shelve(folder, content)
    with pytest.raises(EmulrulesError) as refused:
        Library([folder], installed=False).read("khoi-thu", date(2021, 1, 15))
    for fault in refused.value.faults:
        assert fault.file == str(path)
        assert fault.line is not None or fault.code == "more-faults"
        assert fault.render("vi") != fault.render("en")
    return list(refused.value.faults)
