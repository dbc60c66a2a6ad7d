"""Sentences on what a unit missed by: the smallest change of one score that would have mattered, points and votes."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final = {
    "margin-title": Sentence("THAY ĐỔI NHỎ NHẤT LÀM KHÁC KẾT QUẢ", "THE SMALLEST CHANGE THAT WOULD HAVE MATTERED"),
    "margin-how": Sentence(
        "Chỉ thay đổi một điểm của đơn vị này, giữ nguyên mọi điểm khác và những gì đã được quyết định (trừ quyết định "
        "về điều không còn phải hỏi), rồi xét lại:",
        "One score of this unit alone is changed; all others, and whatever people decided (but for what would not have "
        "been asked), are kept, and it is decided again:",
    ),
    "margin-unscored": Sentence(
        "Không có điểm nào của đơn vị này được tính, nên không thay đổi điểm nào làm khác kết quả.",
        "No score of this unit counts, so that no change of one would have changed what became of it.",
    ),
    "margin-none": Sentence(
        "Không thay đổi một điểm nào, trong giới hạn của tiêu chí, làm khác thứ hạng, khen thưởng hay chức vụ đơn vị.",
        "No change of one score within the criterion's bounds would have changed this unit's place, awards or offices.",
    ),
    "margin-none-tried": Sentence(
        "Trong phạm vi đã xét, không thay đổi một điểm nào làm khác thứ hạng, khen thưởng hay chức vụ của đơn vị.",
        "As far as was looked, no change of one score would have changed this unit's place, awards or offices.",
    ),
    "margin-up": Sentence(
        "{what}: {after} thay vì {before} (cao hơn {by})", "{what}: {after} instead of {before} (higher by {by})"
    ),
    "margin-down": Sentence(
        "{what}: {after} thay vì {before} (thấp hơn {by})", "{what}: {after} instead of {before} (lower by {by})"
    ),
    "margin-up-by-steps": Sentence(
        "{what}: {after} thay vì {before} (cao hơn {by}, tức {n} bước, mỗi bước {step})",
        "{what}: {after} instead of {before} (higher by {by}, which is {n} steps of {step})",
    ),
    "margin-down-by-steps": Sentence(
        "{what}: {after} thay vì {before} (thấp hơn {by}, tức {n} bước, mỗi bước {step})",
        "{what}: {after} instead of {before} (lower by {by}, which is {n} steps of {step})",
    ),
    # What a change leads to; several are joined by semicolons.
    "margin-for-above": Sentence("đứng hạng cao hơn", "a higher place"),
    "margin-for-below": Sentence("đứng hạng thấp hơn", "a lower place"),
    "margin-for-award": Sentence("được chọn đề nghị {what}", "chosen for {what}"),
    "margin-for-award-lost": Sentence("không còn được chọn đề nghị {what}", "no longer chosen for {what}"),
    "margin-for-office": Sentence("giữ chức {what}", "next year's {what}"),
    "margin-for-office-lost": Sentence("không còn giữ chức {what}", "no longer next year's {what}"),
    "margin-for-open": Sentence("kết quả phụ thuộc quyết định khác", "other questions left to be decided"),
    "margin-never": Sentence(
        "Không thay đổi một điểm nào, trong giới hạn của tiêu chí, dẫn đến: {aims}",
        "No change of one score within the criterion's bounds leads to: {aims}",
    ),
    "margin-never-looked": Sentence(
        "Trong phạm vi {n} bước đã xét, không thay đổi một điểm nào dẫn đến: {aims}",
        "As far as was looked, up to {n} steps, no change of one score leads to: {aims}",
    ),
    "margin-looked": Sentence(
        "Mới xét hết các thay đổi đến {n} bước; với thay đổi lớn hơn nêu trên, không loại trừ có thay đổi nhỏ hơn",
        "Everything was looked at up to {n} steps only; of the larger changes above, smaller ones are not excluded",
    ),
    "margin-mark": Sentence("{what}: {after} thay vì {before}", "{what}: {after} instead of {before}"),
    "margin-unsearched": Sentence(
        "Chưa xét hết: {what}, mới xét đến {n} bước {step} về mỗi phía",
        "Not looked at to the end: {what}, only up to {n} steps of {step} either way",
    ),
    "margin-guided": Sentence(
        "Chính sách là mã riêng: ngoài {n} bước gần nhất của mỗi điểm, chỉ xét những thay đổi làm điểm của hai "
        "đơn vị bằng nhau hoặc vượt nhau; không loại trừ có thay đổi khác, cả nhỏ hơn",
        "The policy is a plugin: beyond the nearest {n} steps of each score only such changes were looked at as make "
        "the points of two units equal or put one before another; others, smaller ones too, are not excluded",
    ),
    "margin-unvaried": Sentence(
        "Không xét tiêu chí {criterion}: chính sách (mã riêng) cho điểm tiêu chí này mà đơn vị không có số liệu nào "
        "để thay đổi",
        "Not varied: {criterion}, which a plugin measures, and of which this unit has no figure that could be another",
    ),
    # By how much an award was missed.
    "short-points": Sentence(
        "Kém {n} điểm so với đơn vị thấp điểm nhất được chọn: {others} ({total} điểm)",
        "Behind the last that has it, {others} ({total}), by {n}",
    ),
    "short-tie": Sentence(
        "Bằng điểm với {others}, xếp sau theo: {rule}", "As many points as {others}, below by {rule}"
    ),
    "short-votes": Sentence("Thiếu {n} phiếu (cần {due})", "Short by {n} of the {due} votes that it takes"),
    "short-votes-behind": Sentence(
        "Kém {n} phiếu so với đơn vị ít phiếu nhất còn được xét",
        "Behind the last that is still considered by {n} in votes",
    ),
    # What of a cell is changed.
    "margin-points": Sentence("{criterion}{stage}", "{criterion}{stage}"),
    "margin-figure": Sentence("{criterion}{stage}, số liệu", "{criterion}{stage}, figure"),
    "margin-actual": Sentence("{criterion}{stage}, thực hiện", "{criterion}{stage}, actual"),
    "margin-count": Sentence("{criterion}{stage}, số lượng", "{criterion}{stage}, count"),
    "margin-plus": Sentence("{criterion}{stage}, số lần được cộng", "{criterion}{stage}, times that earn"),
    "margin-minus": Sentence("{criterion}{stage}, số lần bị trừ", "{criterion}{stage}, times that lose"),
    "margin-stage": Sentence(" ({stage})", " ({stage})"),
    "margin-row": Sentence(", dòng {row}", ", row of {row}"),
    # What becomes of the unit.
    "margin-place": Sentence("Đứng thứ {place} thay vì thứ {former}", "Place {place} instead of {former}"),
    "margin-place-lost": Sentence(
        "Chưa xác định thứ hạng, thay vì đứng thứ {former}", "No settled place instead of place {former}"
    ),
    "margin-place-found": Sentence("Đứng thứ {place}, thay vì không có thứ hạng", "Place {place} instead of none"),
    "margin-award-proposed": Sentence("Được đề nghị {award}", "Proposed for {award}"),
    "margin-award-held": Sentence("Được chọn đề nghị {award} nhưng tạm giữ", "Chosen for {award} but held"),
    "margin-award-refused": Sentence("{award} bị từ chối sau thời gian tạm giữ", "{award} refused after a hold"),
    "margin-award-cancelled": Sentence("{award} bị hủy", "{award} cancelled"),
    "margin-award-yielded": Sentence("Thôi đề nghị {award}", "{award} yielded for another one"),
    "margin-award-lost": Sentence("Không còn được chọn đề nghị {award}", "No longer chosen for {award}"),
    "margin-office": Sentence("Giữ chức {office}", "{office}"),
    "margin-office-lost": Sentence("Không còn giữ chức {office}", "No longer {office}"),
    "margin-asked": Sentence(
        "Phải quyết định thêm, trong đó có xét đơn vị này: {question} ({id})",
        "One more question, with this unit among those to choose from: {question} ({id})",
    ),
    "margin-unasked": Sentence(
        "Không còn được xét ở câu hỏi đang mở: {question} ({id})",
        "No longer among those to choose from in an open question: {question} ({id})",
    ),
}
