"""What `emulrules diff` says: two decisions, what changed between them, and by which step."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    "diff-record-before": Sentence("Mã hồ sơ trước: {id}", "Record before: {id}"),
    "diff-record-after": Sentence("Mã hồ sơ sau: {id}", "Record after: {id}"),
    "diff-other-cluster": Sentence(
        "Hai quyết định không cùng một cụm, khối (“{before}” và “{after}”); hãy so sánh hai quyết định cùng nơi.",
        "The two decisions are not of one cluster (“{before}” and “{after}”); compare two of the same.",
    ),
    "diff-before": Sentence(
        "Trước: năm {season}, quy chế {ruleset} áp dụng từ ngày {day}, {status}",
        "Before: season {season}, ruleset {ruleset} in force from {day}, {status}",
    ),
    "diff-after": Sentence(
        "Sau: năm {season}, quy chế {ruleset} áp dụng từ ngày {day}, {status}",
        "After: season {season}, ruleset {ruleset} in force from {day}, {status}",
    ),
    "diff-status-complete": Sentence("đã đủ kết luận", "complete"),
    "diff-status-pending": Sentence("chưa xong", "pending"),
    "diff-same": Sentence("Kết quả như nhau.", "The outcome is the same."),
    "diff-different": Sentence("Kết quả khác nhau.", "The outcome is different."),
    "diff-change": Sentence("{what}: {before} → {after}.", "{what}: {before} → {after}."),
    "diff-what-member": Sentence("Là thành viên", "Is a member"),
    "diff-what-gate": Sentence("Điều kiện xét", "Gates"),
    "diff-what-total": Sentence("Tổng điểm", "Total"),
    "diff-what-place": Sentence("Hạng", "Place"),
    "diff-what-office": Sentence("Chức vụ năm sau", "Office"),
    "diff-undecided": Sentence("chưa quyết định", "not decided"),
    "diff-yes": Sentence("có", "yes"),
    "diff-no": Sentence("không", "no"),
    "diff-gate-pass": Sentence("được xét", "passes"),
    "diff-office-none": Sentence("không", "none"),
    "diff-award-none": Sentence("không được đề nghị", "not proposed"),
    "diff-award-proposed": Sentence("được đề nghị", "proposed"),
    "diff-award-held": Sentence("tạm giữ", "held"),
    "diff-award-refused": Sentence("bị từ chối sau tạm giữ", "refused"),
    "diff-award-cancelled": Sentence("đã bị hủy", "cancelled"),
    "diff-award-yielded": Sentence("thôi đề nghị", "yielded"),
    "diff-because": Sentence("Vì: {rule}{whose}{figures}", "Because of: {rule}{whose}{figures}"),
    "diff-excludes-added": Sentence(
        "{award} nay không xét đơn vị được đề nghị {other}", "{award} now shuts out whoever has {other}"
    ),
    "diff-excludes-removed": Sentence(
        "{award} nay xét cả đơn vị được đề nghị {other}", "{award} no longer shuts out whoever has {other}"
    ),
    "diff-requires-added": Sentence("{award} nay chỉ xét đơn vị được đề nghị {other}", "{award} now requires {other}"),
    "diff-requires-removed": Sentence(
        "{award} nay xét cả đơn vị không được đề nghị {other}", "{award} no longer requires {other}"
    ),
    "diff-by": Sentence(" (theo {other})", " (by {other})"),
    "diff-of": Sentence(" của {unit}", " of {unit}"),
    "diff-figures": Sentence(": {before} → {after}", ": {before} → {after}"),
    "diff-questions-after": Sentence("CÂU HỎI MỚI", "QUESTIONS ASKED NOW"),
    "diff-questions-before": Sentence("CÂU HỎI KHÔNG CÒN", "QUESTIONS ASKED NO MORE"),
    "diff-waiting-after": Sentence("QUYẾT ĐỊNH NAY PHẢI CHỜ", "ACTS THAT WAIT NOW"),
    "diff-waiting-before": Sentence("QUYẾT ĐỊNH KHÔNG CÒN PHẢI CHỜ", "ACTS THAT WAIT NO MORE"),
    "diff-warnings-after": Sentence("CẢNH BÁO MỚI", "WARNINGS NOW"),
    "diff-warnings-before": Sentence("CẢNH BÁO KHÔNG CÒN", "WARNINGS NO MORE"),
}
