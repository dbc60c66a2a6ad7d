"""Sentences about bundles: what is put into one, what it lacks, and what is not bundled."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    "bundle-record-refused": Sentence(
        "Hồ sơ không được xác nhận nên không được đóng gói; không có tệp nào được ghi.",
        "The record does not stand, so it is not bundled; no file was written.",
    ),
    "bundle-record-changed": Sentence(
        "Hồ sơ bị thay trong khi đang được đóng gói; hãy chạy lại khi không ai ghi vào tệp này.",
        "The record was replaced while it was bundled; run it again when nobody writes to this file.",
    ),
    "bundle-source-differs": Sentence(
        "Tệp này không phải “{name}” mà hồ sơ được lập từ đó; hãy chuyển nó đi, hoặc nêu thư mục có bản đúng bằng "
        "“--sources”.",
        "This is not the “{name}” that the record was made from; move it away, or name the folder of the right one with"
        " “--sources”.",
    ),
    "bundle-source-missing": Sentence(
        "Gói không có “{name}”, mà hồ sơ được lập từ đó; nếu còn giữ, hãy nêu thư mục của tệp ấy bằng “--sources” và "
        "ghi ra gói khác.",
        "The bundle lacks “{name}”, which the record was made from; if you have it, name its folder with “--sources” "
        "and write another bundle.",
    ),
    "bundle-without-witness": Sentence(
        "Không có tệp kèm hồ sơ, nên gói không cho biết hồ sơ được lập từ đâu và không có tệp nguồn nào.",
        "No witness stands beside the record, so that the bundle does not say what it was made from and holds no "
        "sources.",
    ),
    "bundle-builds-on": Sentence(
        "Hồ sơ dựa vào {count} hồ sơ khác, không nằm trong gói; hãy đóng gói từng hồ sơ ấy.",
        "The record builds on others, which are not in the bundle: {count}; bundle each of them, too.",
    ),
    "told-bundle-made": Sentence("Đã đóng gói {count} tệp.", "Bundled files: {count}."),
    "told-bundle-known": Sentence(
        "Gói này đã có sẵn, giống từng byte; không có gì thay đổi.",
        "The same bundle stands here already, byte for byte; nothing was changed.",
    ),
    "told-bundle-record": Sentence("Mã hồ sơ: {record}", "Record: {record}"),
}
