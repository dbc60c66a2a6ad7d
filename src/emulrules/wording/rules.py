"""What a ruleset in words says besides what decisions say of it, and what changed between two of them."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # Clauses.
    "rules-final": Sentence("; quy chế mở rộng không được thay", "; no ruleset below may replace it"),
    "rules-ask": Sentence("; hỏi: {who}", "; asked of {who}"),
    "rules-cluster": Sentence("; là cụm", "; a cluster"),
    "rules-bloc": Sentence("; là khối", "; a bloc"),
    "rules-scored-by": Sentence("; bảng điểm: {table}", "; point table: {table}"),
    "rules-in-season": Sentence("; thuộc năm thi đua {season}", "; in the season {season}"),
    "rules-of-cluster": Sentence("; thuộc {cluster}", "; in {cluster}"),
    "rules-aliases": Sentence("cách viết khác: {aliases}", "also written: {aliases}"),
    "rules-type": Sentence("loại: {type}", "type: {type}"),
    "rules-cap": Sentence(
        "các tiêu chí bên dưới được cộng quá mức này, phần vượt không tính",
        "what is below may sum to more, and is cut to it",
    ),
    "rules-least": Sentence("số liệu không dưới {n}", "no figure below {n}"),
    "rules-most": Sentence("số liệu không quá {n}", "no figure above {n}"),
    "rules-rescale": Sentence(
        "không áp dụng cho đơn vị nào thì quy đổi điểm của đơn vị đó", "where it does not apply, points are rescaled"
    ),
    "rules-no-target": Sentence("không giao kế hoạch thì coi như không áp dụng", "without a plan it does not apply"),
    "rules-boundary-include": Sentence(
        "; các đơn vị đồng hạng ở suất cuối được lấy tất cả", "; all that tie for the last slot are taken"
    ),
    "rules-boundary-exclude": Sentence(
        "; các đơn vị đồng hạng ở suất cuối đều không lấy", "; none that tie for the last slot is taken"
    ),
    "rules-cap-on": Sentence("áp dụng cho: {award}", "on: {award}"),
    "rules-cap-number": Sentence("nhiều nhất {n} đơn vị", "at most {n}"),
    "rules-cap-ask": Sentence("số lượng do cấp trên phân bổ hằng năm: {who}", "allotted each year by {who}"),
    "rules-cap-share": Sentence("không quá {share} của: {base}", "not more than {share} of: {base}"),
    "rules-leaders": Sentence("các đơn vị dẫn đầu cụm, khối", "the units that lead their clusters"),
    "rules-uncounted": Sentence("không tính đơn vị: {facts}", "not counted: {facts}"),
    "rules-councils": Sentence("HỘI ĐỒNG CẤP TRÊN XÉT", "REVIEW BY THE COUNCIL ABOVE"),
    "rules-review-proposals": Sentence(
        "{award}: xét các đơn vị được cụm, khối đề nghị", "{award}: among those whom clusters propose"
    ),
    "rules-review-leaders": Sentence(
        "{award}: xét các đơn vị dẫn đầu cụm, khối", "{award}: among the units that lead their clusters"
    ),
    "rules-raises": Sentence("; Hội đồng chỉ trình cấp trên quyết định", "; the level above decides"),
    "rules-review-requires": Sentence(
        "chỉ xét đơn vị được Hội đồng tặng: {awards}", "requires that the council has granted: {awards}"
    ),
    "rules-review-excludes": Sentence(
        "không xét đơn vị đã được Hội đồng tặng: {awards}", "excludes those to whom the council has granted: {awards}"
    ),
    "rules-column-rule": Sentence("Quy định", "Rule"),
    "rules-column-basis": Sentence("Căn cứ", "Legal basis"),
    "rules-column-trust": Sentence("Mức tin cậy", "Trust"),
    "rules-units": Sentence("TÊN ĐƠN VỊ", "UNITS"),
    # What changed between two rulesets.
    "rules-before": Sentence(
        "Trước: {id}, áp dụng từ ngày {day}: {title}", "Before: {id}, in force from {day}: {title}"
    ),
    "rules-after": Sentence("Sau: {id}, áp dụng từ ngày {day}: {title}", "After: {id}, in force from {day}: {title}"),
    "rules-same": Sentence("Hai quy chế như nhau.", "The two say the same."),
    "rules-different": Sentence(
        "Quy định khác nhau: thêm {added}, bỏ {removed}, sửa {changed}, đổi thứ tự {moved}.",
        "Rules that differ: {added} added, {removed} removed, {changed} changed, {moved} in another order.",
    ),
    "rules-itself": Sentence("QUY CHẾ", "THE RULESET"),
    "rules-others": Sentence("QUY ĐỊNH KHÁC", "OTHER RULES"),
    "rules-of-title": Sentence("tên quy chế", "title"),
    "rules-of-in-force": Sentence("mã và ngày áp dụng", "id and first day in force"),
    "rules-of-seasons": Sentence("năm thi đua", "seasons"),
    "rules-of-authority": Sentence("cơ quan và chính sách", "authority and policy"),
    "rules-of-extends": Sentence("quy chế được mở rộng", "the ruleset that it extends"),
    "rules-change-added": Sentence("THÊM: {rule}", "ADDED: {rule}"),
    "rules-change-removed": Sentence("BỎ: {rule}", "REMOVED: {rule}"),
    "rules-change-changed": Sentence("SỬA: {rule}", "CHANGED: {rule}"),
    "rules-change-moved": Sentence("ĐỔI THỨ TỰ: {rule}", "IN ANOTHER ORDER: {rule}"),
    "rules-was": Sentence("trước: {text}", "before: {text}"),
    "rules-is": Sentence("sau: {text}", "after: {text}"),
    "rules-key": Sentence("{key}: {before} → {after}", "{key}: {before} → {after}"),
    # Seasons under both.
    "rules-cases": Sentence("CÁC NĂM THI ĐUA THEO CẢ HAI QUY CHẾ", "SEASONS UNDER BOTH"),
    "rules-amended": Sentence(" (quy định đã sửa)", " (a rule that was amended)"),
    "rules-otherwise": Sentence(
        "{file}: hạng, khen thưởng và chức vụ như nhau; chỉ điểm, điều kiện xét hoặc câu hỏi khác nhau.",
        "{file}: places, awards and offices are the same; only points, gates or questions differ.",
    ),
    "rules-nothing": Sentence("{file}: kết quả như nhau.", "{file}: the outcome is the same."),
    "rules-status-before": Sentence("Theo quy chế trước: {status}", "Under the one before: {status}"),
    "rules-status-after": Sentence("Theo quy chế sau: {status}", "Under the one after: {status}"),
    "rules-left-out": Sentence("bỏ qua một quyết định: {fault}", "an act was left out: {fault}"),
    "rules-refused-before": Sentence("quy chế trước không nhận:", "refused under the one before:"),
    "rules-refused-after": Sentence("quy chế sau không nhận:", "refused under the one after:"),
    "rules-refused-both": Sentence("cả hai quy chế không nhận:", "refused under both:"),
    "rules-summary": Sentence(
        "Tổng hợp: {n} năm thi đua; hạng, khen thưởng hoặc chức vụ khác nhau: {changed}; chỉ điểm hoặc câu hỏi khác "
        "nhau: {otherwise}; như nhau: {same}; không nhận: {refused}; của cụm, khối không có trong hai quy chế: "
        "{elsewhere}.",
        "Summary: {n} seasons; places, awards or offices differ in {changed}, only points or questions in {otherwise}, "
        "nothing in {same}; refused: {refused}; of clusters that neither has: {elsewhere}.",
    ),
}
