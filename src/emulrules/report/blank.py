"""A season file to be filled in: the roster, every criterion with an empty cell a unit, what else may be asked for.

What must be filled holds `""`, which no season accepts, so that nothing is left empty by mistake; what may be left out
stands behind `#`. Comments are Vietnamese, since the file is an official's.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from attrs import evolve

from emulrules.criteria import of_table
from emulrules.errors import Fault, RulesetError
from emulrules.model.criterion import Criterion
from emulrules.model.exact import spell
from emulrules.model.ruleset import Cluster, Ruleset
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.report.names import Names
from emulrules.report.quoting import plain, toml, toml_key
from emulrules.successions import lineage

__all__ = ["blank_season"]

_HINTS: Final = {
    "entered": "nhập điểm",
    "proportion": "nhập số thực hiện và số kế hoạch",
    "relative": "nhập số thực hiện và số kế hoạch, được so với đơn vị dẫn đầu",
    "pass-fail": 'nhập "pass" (đạt) hoặc "fail" (không đạt)',
    "bands": "nhập số liệu để xếp mức, ví dụ 80%",
    "count": "nhập số lần",
    "net": "nhập số lần được cộng (plus) và số lần bị trừ (minus), không có thì ghi 0",
    "held": "nhập mã các hình thức khen thưởng đã có, chưa có thì để []",
    "policy": "nhập số liệu theo hướng dẫn của cơ quan",
}

_CELLS: Final = {
    "proportion": '{ actual = "", plan = "" }',
    "relative": '{ actual = "", plan = "" }',
    "net": '{ plus = "", minus = "" }',
    "held": '[""]',
}


def blank_season(rules: Ruleset, cluster_id: str, season: str | None = None) -> str:
    """A season of `cluster_id` under the merged ruleset `rules`, as TOML, ending in a newline.

    Its units are those that the cluster has when the season ends, where one is named. Raises `RulesetError` where the
    ruleset has no such cluster.
    """
    cluster = rules.clusters.get(cluster_id)
    if cluster is None:
        if not rules.clusters:
            raise RulesetError(Fault("new-no-cluster", (), {"ruleset": rules.id}))
        known = ", ".join(map(plain, sorted(rules.clusters)))
        data = {"name": plain(cluster_id), "ruleset": rules.id, "known": known}
        raise RulesetError(Fault("new-unknown-cluster", (), data))
    if season is not None and rules.seasons.covers(season):
        cluster = evolve(cluster, members=lineage(Season(rules.id, cluster_id, season), rules).members)
    names = Names(rules, cluster, Table())
    criteria = of_table(rules.criteria, cluster.table)
    sections = (
        _head(rules, cluster_id, season),
        _roster(cluster, names),
        _sources(),
        _former(),
        _offices(rules),
        _turns(rules, cluster, names),
        _meeting(rules),
        _facts(rules, names),
        _before(rules, names),
        _facts_before(rules, names),
        _figures(rules, cluster, names),
        _signed(rules, criteria),
        *(_criterion(criterion, rules, cluster, names) for criterion in criteria if criterion.method is not None),
        _acts(),
    )
    return "\n\n".join("\n".join(section) for section in map(list, sections) if section) + "\n"


def _head(rules: Ruleset, cluster_id: str, season: str | None) -> Iterator[str]:
    yield "#:schema ./season.schema.json"
    yield f"# {plain(rules.title)}"
    yield "# Dòng đầu dành cho trình soạn thảo có kiểm tra tệp; lược đồ: emulrules schema season > season.schema.json"
    yield '# Điền vào giữa các dấu "". Dòng bắt đầu bằng # là ghi chú; muốn dùng thì bỏ dấu #.'
    yield '# Số có phần thập phân dùng dấu chấm và đặt trong dấu ngoặc kép, ví dụ "9.5"; phần trăm viết "80%".'
    yield 'format  = "emulrules/season/1"'
    yield f"ruleset = {toml(rules.id)}"
    yield f"cluster = {toml(cluster_id)}"
    last = rules.seasons.last
    first = rules.seasons.first
    span = f"chỉ {first}" if first == last else f"từ {first}" + (f" đến {last}" if last else "")
    yield f"season  = {toml(season or '')}  # năm thi đua, {plain(span)}"


def _roster(cluster: Cluster, names: Names) -> Iterator[str]:
    yield f"# Danh sách đơn vị của {plain(cluster.name)} (mã = tên):"
    width = max(map(len, cluster.members), default=0)
    for unit in names.sort(cluster.members):
        yield f"#   {plain(unit).ljust(width)} = {names.unit(unit)}"


def _sources() -> Iterator[str]:
    yield '# Mỗi quyết định ở [[acts]] phải ghi mã một nguồn có ở đây: source = "bien-ban".'
    yield "[sources.bien-ban]"
    yield 'document = ""  # tên văn bản, ví dụ: Biên bản hội nghị tổng kết'
    yield '# number   = ""  # số, ký hiệu, nếu có'
    yield "# issued   = NĂM-THÁNG-NGÀY"


def _offices(rules: Ruleset) -> Iterator[str]:
    headship = rules.headship
    barred = headship is not None and any(bar.who == "outgoing" for bar in headship.bars)
    moves_up = headship is not None and headship.by == "deputy"
    yield "[outgoing]" if barred or moves_up else "# [outgoing]"
    yield f'{"" if barred else "# "}head = ""  # mã đơn vị đang làm trưởng trong năm thi đua này'
    if moves_up:
        yield 'deputies = [""]  # mã các đơn vị đang làm phó trong năm thi đua này'


def _former() -> Iterator[str]:
    """Where the records of former seasons are named, from which much of the rest then need not be stated."""
    yield "# Có hồ sơ quyết định các năm trước thì bỏ dấu # và ghi năm = mã hồ sơ; khỏi ghi lại những gì hồ sơ đã ghi."
    yield '# [former]  # mỗi năm một dòng, ví dụ: 2021 = "mã gồm 64 chữ số"'


def _turns(rules: Ruleset, cluster: Cluster, names: Names) -> Iterator[str]:
    """Whose turn it is; nobody can tell it but the cluster, so that the units stand there only to be put in order."""
    if rules.headship is None or rules.headship.by != "turn":
        return
    yield "# Thứ tự luân phiên: xếp lại đúng thứ tự, đơn vị đến lượt trước đứng đầu, rồi bỏ dấu #."
    yield "# Không ghi thì sẽ được hỏi khi cần."
    yield "# [turns]"
    yield f"# queue  = [{', '.join(toml(unit) for unit in names.sort(cluster.members))}]"
    yield '# source = "bien-ban"'
    yield '# events = [{ unit = "", event = "joined", source = "bien-ban" }]  # hoặc "left", "declined", "elected"'


def _meeting(rules: Ruleset) -> Iterator[str]:
    """The numbers that conditions, thresholds and the bound of ballots turn on."""
    ballots = [step for award in rules.awards for step in award.choose if step.by == "ballot"]
    bases = {step.base for step in ballots}
    present = bool(rules.conditions or rules.voting is not None or bases & {"present", "present-or-consulted"})
    absent = None if rules.voting is None else rules.voting.absent
    if present:
        yield "# Bỏ dấu # và ghi số đơn vị dự hội nghị; không ghi thì sẽ được hỏi nếu cần đến."
        yield "# [meeting]"
        yield "# present ="
    if absent == "written" or "present-or-consulted" in bases:
        yield "# consulted =  # số đơn vị vắng mặt đã cho ý kiến bằng văn bản"
    if absent == "proxy":
        yield "# proxies =  # số đơn vị vắng mặt đã ủy quyền"
    asked = {step.asks for step in ballots} | {step.asks for step in rules.ties if step.by == "ballot"}
    if "council" in asked:
        yield "# [council]"
        yield "# members =  # số thành viên của Hội đồng; không ghi thì sẽ được hỏi nếu cần đến"


def _facts(rules: Ruleset, names: Names) -> Iterator[str]:
    bars = rules.headship.bars if rules.headship is not None else ()
    named = [gate.fact for gate in rules.gates] + [bar.fact for bar in bars if bar.fact is not None]
    facts = dict.fromkeys([*named, *sorted(rules.facts)])
    if facts:
        yield "# Bỏ dấu # và ghi mã các đơn vị thuộc diện; không có đơn vị nào thì để []. Không ghi là chưa kiểm tra."
        yield "# [facts]"
    for fact in facts:
        yield f"# {toml_key(fact)} = []  # {names.phrase('fact', fact)}"


def _before(rules: Ruleset, names: Names) -> Iterator[str]:
    """Who won, the season before, what an award requires; it is asked where it is left out."""
    required = dict.fromkeys(other for award in rules.awards for other in award.requires_before)
    required |= dict.fromkeys(sorted(rules.won_before))
    if required:
        yield "# Bỏ dấu # và ghi mã các đơn vị đã đạt ở năm thi đua trước; không có đơn vị nào thì để []."
        yield "# [before]"
    for award in required:
        yield f"# {toml_key(award)} = []  # {names.award(award)}"


def _facts_before(rules: Ruleset, names: Names) -> Iterator[str]:
    """Who had, the season before, a fact that an award turns on; it is asked where it is left out."""
    if rules.had_before:
        yield "# Bỏ dấu # và ghi mã các đơn vị đã thuộc diện ở năm thi đua trước; không có đơn vị nào thì để []."
        yield "# [facts_before]"
    for fact in sorted(rules.had_before):
        yield f"# {toml_key(fact)} = []  # {names.phrase('fact', fact)}"


def _figures(rules: Ruleset, cluster: Cluster, names: Names) -> Iterator[str]:
    """Figures that a tie may turn on; they are asked for where they are needed."""
    shares = [step.share for step in rules.ties if step.share is not None]
    if not shares:
        return
    figures = sorted({figure for share in shares for figure in (share.of, share.in_)})
    yield "# Dùng khi các đơn vị bằng nhau: số nữ (women), tổng số người (staff). Không ghi thì sẽ được hỏi khi cần."
    for unit in names.sort(cluster.members):
        yield f"# [units.{toml_key(unit)}]  # {names.unit(unit)}"
        yield from (f"# {figure} =" for figure in figures)


def _signed(rules: Ruleset, criteria: tuple[Criterion, ...]) -> Iterator[str]:
    """Room for the table that the cluster signed itself: below each frame, or the whole of it."""
    for frame in (criterion for criterion in criteria if criterion.frame):
        most = f"; {_most(frame)}" if frame.max is not None else ""
        yield f"# Bảng điểm riêng đã ký: {plain(frame.name)}{most}."
        yield from _own(frame.id, frame.kind)
    if rules.undefined_rule("criteria") is not None:
        most = "" if rules.scale is None or rules.scale.points is None else f"; tổng {spell(rules.scale.points)} điểm"
        yield f"# Cả bảng điểm do cụm, khối tự đặt và ký{most}."
        yield from _own(None, "points")


def _most(frame: Criterion) -> str:
    """What own criteria may sum to; under a cap they may sum to more."""
    most = spell(frame.max or Fraction(0))
    return f"chỉ tính tối đa {most} điểm" if frame.cap else f"các tiêu chí cộng lại phải được {most} điểm"


def _own(parent: str | None, kind: str) -> Iterator[str]:
    """An entry to be filled in, behind `#`."""
    yield "# Mỗi tiêu chí một khối [[criteria]] như dưới đây, bỏ dấu #; điểm ghi ở [scores.<mã>] như các tiêu chí khác."
    yield "# [[criteria]]"
    yield '# id     = ""  # mã: chữ thường không dấu, số và gạch nối'
    yield '# name   = ""'
    if parent is not None:
        yield f"# parent = {toml(parent)}"
    if kind != "points":
        yield f"# kind   = {toml(kind)}"
    yield '# method = "entered"'
    yield "# max    ="
    yield '# basis  = "bien-ban"  # mã một nguồn ở [sources], và mục'
    yield '# trust  = "read"'


def _criterion(criterion: Criterion, rules: Ruleset, cluster: Cluster, names: Names) -> Iterator[str]:
    yield f"# {_about(criterion)}"
    yield f"# Căn cứ: {'; '.join(map(plain, criterion.basis))}"
    yield f"[scores.{toml_key(criterion.id)}]"
    cell = _CELLS.get(criterion.method or "entered", '""')
    stages = rules.stages_of(criterion)
    if stages and (len(stages) == 1 or rules.scoring is not None):
        yield f"# Các bước chấm: {'; '.join(f'{plain(stage.id)} = {plain(stage.name)}' for stage in stages)}."
        if len(stages) > 1:
            yield "# Bước nào không chấm thì bỏ ở mọi đơn vị."
        cell = f"{{ {', '.join(f'{toml_key(stage.id)} = {cell}' for stage in stages)} }}"
    elif stages:
        yield "# Quy chế không nói điểm bước chấm nào được tính, nên chỉ ghi một điểm cho mỗi đơn vị."
    units = names.sort(cluster.members)
    width = max((len(toml_key(unit)) for unit in units), default=0)
    for unit in units:
        yield f"{toml_key(unit).ljust(width)} = {cell}  # {names.unit(unit)}"


def _about(criterion: Criterion) -> str:
    parts: Iterable[str] = (
        plain(criterion.name),
        f"tối đa {spell(criterion.max)}" if criterion.max is not None else "",
        _HINTS[criterion.method or "entered"],
        ", ".join(plain(held.award) for held in criterion.held),
        "không giao kế hoạch thì bỏ phần plan" if criterion.no_target is not None else "",
        'không áp dụng thì ghi "n/a"' if criterion.not_applicable is not None else "",
    )
    return "; ".join(part for part in parts if part)


def _acts() -> Iterator[str]:
    yield "# Quyết định của hội nghị: chạy `emulrules decide` với tệp này rồi dán các khối [[acts]] được in ra vào đây."
