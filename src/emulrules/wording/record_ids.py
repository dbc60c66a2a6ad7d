"""Sentences about ids of records, as people type them from paper."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    "id-letter": Sentence(
        "Mã hồ sơ chỉ gồm các chữ số 0–9 và chữ cái a–f; ở nhóm {group} có “{letter}”, hãy xem lại trên giấy.",
        "An id has digits from 0 to 9 and letters from a to f only; in group {group} there is “{letter}”, look at the"
        " paper again.",
    ),
    "id-short": Sentence(
        "Mới gõ {got} chữ số của mã; cần ít nhất {least}, vì ít hơn thì có thể làm ra một hồ sơ khác mở đầu giống vậy.",
        "Only {got} digits of the id were typed; at least {least} are due, since another record could be made that"
        " begins with fewer.",
    ),
    "id-long": Sentence(
        "Đã gõ {got} chữ số, mã hồ sơ chỉ có {most}; hãy xem lại trên giấy.",
        "{got} digits were typed, an id has {most}; look at the paper again.",
    ),
    "id-ambiguous": Sentence(
        "Có {count} hồ sơ mang mã bắt đầu như vậy ({names}); hãy gõ thêm chữ số.",
        "The ids of {count} records begin so ({names}); type more digits.",
    ),
    "id-mistyped": Sentence(
        "Không có hồ sơ nào mang mã này, nhưng gần giống là “{name}”: {id}; hãy so nhóm {group} với bản giấy.",
        "No record has this id, but that of “{name}” is close: {id}; compare group {group} with the paper.",
    ),
    "id-unknown": Sentence(
        "Không hồ sơ nào trong {count} tệp của thư mục mang mã này; hãy tìm đúng thư mục, hoặc hồ sơ đã bị thay đổi.",
        "None of the {count} files of the folder has this id; find the right folder, or the record was changed.",
    ),
}
