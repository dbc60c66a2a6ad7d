"""Sentences of the table in which the records of a folder stand, and of a record that was looked for in one."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    "id-found": Sentence(
        "Tìm theo {count} chữ số đầu của mã; hãy so cả mã với bản giấy.",
        "Found by the first {count} digits of the id; compare all of it with the paper.",
    ),
    "folder-file": Sentence("Tệp", "File"),
    "folder-cluster": Sentence("Cụm, khối", "Cluster"),
    "folder-season": Sentence("Năm", "Season"),
    "folder-status": Sentence("Kết quả", "Status"),
    "folder-status-0": Sentence("khớp", "match"),
    "folder-status-10": Sentence("cùng kết quả, khác hồ sơ", "same outcome, other record"),
    "folder-status-11": Sentence("khác kết quả", "diverged"),
    "folder-status-12": Sentence("tệp kèm hoặc chính sách khác", "witness or plugin differs"),
    "folder-status-13": Sentence("không hỏi lại được chính sách", "plugin unavailable"),
    "folder-status-14": Sentence("không đọc được phiên bản này", "unsupported"),
    "folder-status-15": Sentence("không hợp lệ", "invalid"),
    "folder-status-16": Sentence("chuỗi bị đứt", "bad chain"),
    "folder-count": Sentence(
        "Đã kiểm {count} hồ sơ; không khớp: {wrong}.", "Records checked: {count}; not a match: {wrong}."
    ),
}
