"""Sentences of what `emulrules check` finds in points, criteria, gates, the order, ties and what is undefined.

Each code has two: what is wrong, with its witness, and under the same code ending in `-fix` the one thing to do.
"""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # The page itself
    "checked-basis": Sentence("Căn cứ: {basis}", "Article: {basis}"),
    "checked-fix": Sentence("Cách sửa: {fix}", "To mend it: {fix}"),
    "checked-notes": Sentence("Lưu ý, không phải lỗi:", "Notes, nothing to mend:"),
    "checked-counts": Sentence("{findings} điều cần sửa, {notes} lưu ý.", "To mend: {findings}. Notes: {notes}."),
    # What the file itself declares
    "check-assumed": Sentence(
        "{n} quy tắc chỉ là giả định: {rules}.",
        "{n} rules are only assumed: {rules}.",
    ),
    "check-assumed-fix": Sentence(
        "Khi đọc được văn bản, hãy ghi điều khoản vào `basis` và đổi `trust`.",
        'Once the text is read, write its article in `basis` and another `trust` than "assumed".',
    ),
    "check-undefined": Sentence(
        "Quy chế để ngỏ {what}: {says}",
        "The ruleset leaves {what} open: {says}",
    ),
    "check-undefined-fix": Sentence(
        "Khi có văn bản quy định, hãy thay mục này bằng quy tắc.",
        "Once a text says it, put the rule in the place of this entry.",
    ),
    # Gates
    "check-gate-twice": Sentence(
        "Hai điều kiện “{other}” và “{gate}” cùng xét “{fact}” với cùng hệ quả: đơn vị nào có “{fact}” thì gặp cả hai, "
        "điều kiện sau không thay đổi gì.",
        "The gates “{other}” and “{gate}” turn on one fact “{fact}” with one effect: a unit that has it meets both, "
        "and the second changes nothing.",
    ),
    "check-gate-twice-fix": Sentence(
        "Hãy bỏ một trong hai, và ghi cả hai điều khoản vào `basis` của điều kiện còn lại.",
        "Remove one of them, and write both articles in the `basis` of the other.",
    ),
    "check-gate-contradicts": Sentence(
        "Cùng một đơn vị có “{fact}” thì theo “{other}” là {before}, theo “{gate}” lại là {effect}: bị loại thì không "
        "còn gì để tạm giữ.",
        "A unit that has the fact “{fact}” is {before} by “{other}” and {effect} by “{gate}”: who is out has nothing "
        "that could be held.",
    ),
    "check-gate-contradicts-fix": Sentence(
        "Hãy giữ hệ quả mà văn bản quy định, hoặc tách thành hai `fact` khác nhau.",
        "Keep the effect that the text gives it, or tell two facts apart.",
    ),
}
