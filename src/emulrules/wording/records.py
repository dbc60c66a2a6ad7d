"""Sentences about records and their replay."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    "record-not-utf8": Sentence(
        "Tệp không phải văn bản UTF-8 từ byte {offset}; hãy lấy lại bản gốc của biên bản điện tử.",
        "The file is not UTF-8 text from byte {offset} on; take the original record again.",
    ),
    "record-not-json": Sentence(
        "Tệp không còn là JSON từ byte {offset}; hãy lấy lại bản gốc của biên bản điện tử.",
        "The file is not JSON from byte {offset} on; take the original record again.",
    ),
    "record-type": Sentence(
        "Ở byte {offset} có giá trị kiểu {type}; biên bản điện tử chỉ ghi văn bản, số đếm, true, false và null.",
        "At byte {offset} stands a value of the type {type}; a record holds only text, counts, true, false and null.",
    ),
}
