"""Sentences of the report and of the command line.

Here a code begins with what its sentence is for: `title-`, `count-`, `asked-` and so on; one ends in the identifier that it
words, such as an office's state or a shared fact.
"""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # The head of a report.
    "head-title": Sentence("{cluster} – năm thi đua {season}", "{cluster} – season {season}"),
    "head-ruleset": Sentence(
        "Quy chế: {title} ({id}), áp dụng từ ngày {day}; chính sách: {policy}",
        "Ruleset: {title} ({id}), in force from {day}; policy: {policy}",
    ),
    "head-source": Sentence("Nguồn số liệu: {document}", "Source: {document}"),
    "status-complete": Sentence("Trạng thái: đã đủ kết luận", "Status: complete"),
    "status-pending": Sentence(
        "Trạng thái: CHƯA XONG – còn {open} câu hỏi phải quyết định",
        "Status: PENDING – questions still to be decided: {open}",
    ),
    "status-pending-waiting": Sentence(
        "Trạng thái: CHƯA XONG – còn {open} câu hỏi phải quyết định, {waiting} quyết định đang chờ",
        "Status: PENDING – questions still to be decided: {open}; acts waiting: {waiting}",
    ),
    # Awards and offices.
    "title-awards": Sentence("ĐỀ NGHỊ KHEN THƯỞNG", "PROPOSED AWARDS"),
    "award-count": Sentence("{award}: {n} đơn vị", "{award}: {n}"),
    "award-count-most": Sentence(
        "{award}: {n} đơn vị (được đề nghị nhiều nhất {most})", "{award}: {n} (at most {most})"
    ),
    "award-held": Sentence("TẠM GIỮ", "HELD"),
    "award-proposed": Sentence("đề nghị", "proposed"),
    "title-offices": Sentence("LÃNH ĐẠO NĂM SAU", "NEXT YEAR'S OFFICES"),
    "offices-none": Sentence("Chưa xác định.", "Not settled yet."),
    "office-head-cluster": Sentence("Cụm trưởng", "Head of the cluster"),
    "office-head-bloc": Sentence("Trưởng khối", "Head of the bloc"),
    "office-deputy-cluster": Sentence("Cụm phó", "Deputy head of the cluster"),
    "office-deputy-bloc": Sentence("Phó khối", "Deputy head of the bloc"),
    "state-elected": Sentence("được bầu", "elected"),
    "state-acclaimed": Sentence("được suy tôn", "acclaimed"),
    "state-handed-over": Sentence("được bàn giao", "handed over"),
    "state-turn": Sentence("đến lượt luân phiên", "by turn"),
    "state-appointed": Sentence("được chỉ định", "appointed"),
    "state-recognised": Sentence("đã được công nhận", "recognised"),
    "state-to-be-recognised": Sentence("{state}, chờ {who} công nhận", "{state}, to be recognised by {who}"),
    # Standings and gates.
    "title-standings": Sentence("XẾP HẠNG", "STANDINGS"),
    "standings-tied": Sentence(
        "Dấu = sau thứ hạng: đồng hạng với đơn vị khác.", "A = after a place: tied with another unit."
    ),
    "standings-unranked": Sentence("Đơn vị không có thứ hạng: {n}.", "Units without a place: {n}."),
    "column-number": Sentence("TT", "No."),
    "column-place": Sentence("Hạng", "Place"),
    "column-unit": Sentence("Đơn vị", "Unit"),
    "column-points": Sentence("Điểm", "Points"),
    "column-awards": Sentence("Đề nghị khen thưởng", "Proposed for"),
    "column-notes": Sentence("Ghi chú", "Notes"),
    "title-gates": Sentence("ĐƠN VỊ CHƯA HOẶC KHÔNG ĐƯỢC XÉT", "UNITS ON HOLD OR OUT"),
    "gate-out": Sentence("không được xét", "out"),
    "gate-hold": Sentence("tạm giữ kết quả", "on hold"),
    # Legal bases.
    "title-citations": Sentence("CĂN CỨ CỦA TỪNG BƯỚC", "WHAT EACH STEP RESTS ON"),
    "trust-read": Sentence("đã đọc văn bản", "read"),
    "trust-reported": Sentence("theo tin đưa, chưa đọc văn bản", "only reported"),
    "trust-assumed": Sentence("giả định", "assumed"),
    # What a reader must know.
    "title-caveats": Sentence("CẦN LƯU Ý", "TO BEWARE OF"),
    "warning-reported-rule": Sentence(
        "Quy định chỉ biết qua tin đưa, chưa đọc văn bản: {what}.", "Rules that are only reported, not read: {what}."
    ),
    "warning-assumed-rule": Sentence("Quy định giả định, chưa có văn bản: {what}.", "Rules that are assumed: {what}."),
    "warning-reported-act": Sentence(
        "Quyết định chỉ biết qua tin đưa, chưa đọc biên bản: {what}.",
        "Acts that are only reported, the minutes were not read: {what}.",
    ),
    "warning-assumed-act": Sentence("Quyết định giả định: {what}.", "Acts that are assumed: {what}."),
    "warning-undefined": Sentence("Quy chế không quy định: {what}.", "Not defined by the ruleset: {what}."),
    "warning-rescaled": Sentence(
        "Điểm được quy đổi vì có tiêu chí không áp dụng: {what}.",
        "Points were rescaled, since a criterion does not apply: {what}.",
    ),
    "warning-relative-scale": Sentence(
        "Điểm phụ thuộc kết quả của đơn vị khác: {what}.", "Points depend on the results of other units: {what}."
    ),
    "warning-settled-without-rule": Sentence(
        "Đã quyết định nhưng quy chế không quy định cách quyết định: {what}.",
        "Settled although no rule says how: {what}.",
    ),
    "warning-decided-above": Sentence(
        "Giới hạn do cấp trên áp dụng khi xét, chưa áp dụng ở đây: {what}.",
        "Limits that the level above applies, not applied here: {what}.",
    ),
    "warning-unchecked": Sentence(
        "Chưa kiểm tra vì không có số liệu: {what}.", "Not checked, since no facts were given: {what}."
    ),
    "warning-units": Sentence("{what} ({units})", "{what} ({units})"),
    # Open questions.
    "title-questions": Sentence("CÒN PHẢI QUYẾT ĐỊNH ({n})", "STILL OPEN ({n})"),
    "title-waiting": Sentence(
        "QUYẾT ĐỊNH ĐANG CHỜ (câu hỏi của chúng chưa đặt ra được)", "ACTS WAITING (their questions cannot be asked yet)"
    ),
    "ask-someone": Sentence("Hỏi {who}: {what}.", "Asked of {who}: {what}."),
    "ask-nobody": Sentence("Quy chế không nói ai quyết định: {what}.", "No rule says who decides: {what}."),
    "ask-figures": Sentence("Số liệu còn thiếu: {what}.", "Missing fact: {what}."),
    "ask-options": Sentence("Lựa chọn: {options}.", "Options: {options}."),
    "ask-options-as": Sentence("Lựa chọn: như câu {n}.", "Options: as in question {n}."),
    "ask-after": Sentence("Phải trả lời trước: {questions}.", "To be answered first: {questions}."),
    "ask-basis": Sentence("Căn cứ: {basis}.", "Basis: {basis}."),
    "form-day": Sentence("NĂM-THÁNG-NGÀY, ví dụ 2022-03-31; bỏ dấu # đầu dòng", "YEAR-MONTH-DAY; remove the leading #"),
    "form-names": Sentence(
        "số tên mà mỗi phiếu được ghi, nếu có hạn", "how many names a ballot could hold, if that was limited"
    ),
    "form-hint": Sentence(
        'Điền vào chỗ "…", dán vào tệp mùa thi đua rồi chạy lại; source là mã một nguồn trong [sources]. '
        "Bước không được tiến hành: thay câu trả lời bằng held = false.",
        'Fill in each "…", paste the block into the season file and decide again; source is the id of one of [sources]. '
        "For a step that was not taken, write held = false instead of an answer.",
    ),
    "question-standing": Sentence("thứ hạng của các đơn vị", "the places of the units"),
    "question-place": Sentence(
        "đơn vị nào trong số bằng nhau giữ {line} hạng đầu (bước {step})",
        "which of the tied units hold the first {line} places (step {step})",
    ),
    "question-quota": Sentence("số lượng {award} được đề nghị", "how many may be proposed for {award}"),
    "question-award": Sentence(
        "đơn vị được đề nghị {award} (bước {step})", "who is proposed for {award} (step {step})"
    ),
    "question-award-round": Sentence(
        "đơn vị được đề nghị {award} (bước {step}, vòng {round})",
        "who is proposed for {award} (step {step}, round {round})",
    ),
    "question-over-quota": Sentence(
        "chọn trong số đơn vị đủ điều kiện vượt quá số lượng {award}",
        "which of the units that reach the threshold are proposed for {award}, being more than its quota",
    ),
    "question-head": Sentence("{head} năm sau", "next year's office: {head}"),
    "question-deputy": Sentence("{deputy} năm sau", "next year's office: {deputy}"),
    "question-before": Sentence(
        "đơn vị giữ chức {head} trong năm thi đua này", "who held this season's office: {head}"
    ),
    "question-fact": Sentence("những đơn vị thuộc diện: {fact}", "which units have this fact: {fact}"),
    "question-present": Sentence("số đơn vị dự hội nghị", "how many units were present at the meeting"),
    "question-figure": Sentence("{fact} của {unit}", "{fact} of {unit}"),
    "count-choice-exactly": Sentence("Chọn đúng {n} đơn vị.", "Choose exactly {n}."),
    "count-choice-most": Sentence("Chọn nhiều nhất {most} đơn vị.", "Choose at most {most}."),
    "count-choice-least": Sentence("Chọn ít nhất {least} đơn vị.", "Choose at least {least}."),
    "count-choice-between": Sentence("Chọn từ {least} đến {most} đơn vị.", "Choose from {least} to {most}."),
    "count-votes-exactly": Sentence(
        "Ghi số phiếu của từng đơn vị; lấy đúng {n} đơn vị.", "Give each unit's votes; exactly {n} will be taken."
    ),
    "count-votes-most": Sentence(
        "Ghi số phiếu của từng đơn vị; lấy nhiều nhất {most} đơn vị.",
        "Give each unit's votes; at most {most} will be taken.",
    ),
    "count-votes-least": Sentence(
        "Ghi số phiếu của từng đơn vị; lấy ít nhất {least} đơn vị.",
        "Give each unit's votes; at least {least} will be taken.",
    ),
    "count-votes-between": Sentence(
        "Ghi số phiếu của từng đơn vị; lấy từ {least} đến {most} đơn vị.",
        "Give each unit's votes; from {least} to {most} will be taken.",
    ),
    "count-number-exactly": Sentence("Trả lời bằng số {n}.", "Answer with the number {n}."),
    "count-number-most": Sentence("Trả lời bằng một số không quá {most}.", "Answer with a number up to {most}."),
    "count-number-least": Sentence("Trả lời bằng một số từ {least} trở lên.", "Answer with a number from {least} on."),
    "count-number-between": Sentence(
        "Trả lời bằng một số từ {least} đến {most}.", "Answer with a number from {least} to {most}."
    ),
    "count-places-exactly": Sentence("Ghi thứ hạng của đúng {n} đơn vị.", "Give the places of exactly {n}."),
    "count-places-most": Sentence("Ghi thứ hạng của nhiều nhất {most} đơn vị.", "Give the places of at most {most}."),
    "count-places-least": Sentence("Ghi thứ hạng của ít nhất {least} đơn vị.", "Give the places of at least {least}."),
    "count-places-between": Sentence(
        "Ghi thứ hạng của {least} đến {most} đơn vị; bỏ dòng của đơn vị không có thứ hạng.",
        "Give the places of {least} to {most}; delete the rows of units without one.",
    ),
    # Those who are asked.
    "asked-members": Sentence("các đơn vị thành viên", "the members"),
    "asked-meeting": Sentence("hội nghị", "the meeting"),
    "asked-head": Sentence("{head}", "the {head}"),
    "asked-chair": Sentence("người chủ trì hội nghị", "the chair of the meeting"),
    "asked-head-and-deputies": Sentence("{head} và các {deputy}", "the head and deputies"),
    "asked-council": Sentence("Hội đồng Thi đua - Khen thưởng", "the emulation and awards council"),
    "asked-ministry": Sentence("Bộ", "the ministry"),
    "asked-province": Sentence("Ủy ban nhân dân tỉnh", "the province"),
    "asked-government": Sentence("Chính phủ", "the Government"),
    "asked-authority": Sentence("cấp trên có thẩm quyền", "the authority above"),
    "asked-nobody": Sentence("không rõ ai", "nobody in particular"),
    # Rules by where they stand.
    "rule-criteria": Sentence("tiêu chí “{name}”", "criterion “{name}”"),
    "rule-scale": Sentence("thang điểm", "the scale"),
    "rule-order": Sentence("cách xếp hạng", "the order"),
    "rule-gates": Sentence("điều kiện xét: {fact}", "gate: {fact}"),
    "rule-conditions": Sentence("điều kiện của hội nghị ({id})", "condition of the meeting ({id})"),
    "rule-tie": Sentence("xét khi bằng nhau ({id})", "tie step ({id})"),
    "rule-tie-criterion": Sentence("khi bằng nhau: so tiêu chí “{name}”", "tie step: criterion “{name}”"),
    "rule-tie-share": Sentence("khi bằng nhau: so {share}", "tie step: {share}"),
    "rule-tie-ballot": Sentence("khi bằng nhau: bỏ phiếu ({id})", "tie step: ballot ({id})"),
    "rule-tie-decision": Sentence("khi bằng nhau: quyết định ({id})", "tie step: decision ({id})"),
    "rule-quota": Sentence("số lượng {award}", "quota of {award}"),
    "rule-choose": Sentence("cách chọn {award} (bước {step})", "how {award} is filled (step {step})"),
    "rule-over-quota": Sentence("{award} khi vượt số lượng (bước {step})", "{award} over its quota (step {step})"),
    "rule-headship": Sentence("{head}, {deputy} năm sau", "next year's offices"),
    "rule-bar": Sentence("trường hợp không được giữ chức ({id})", "bar from office ({id})"),
    "rule-limits": Sentence("giới hạn từ cấp trên ({id})", "limit from above ({id})"),
    "rule-undefined": Sentence("điều quy chế để ngỏ ({id})", "what the ruleset leaves open ({id})"),
    "rule-clusters": Sentence("danh sách đơn vị", "the roster"),
    "rule-units": Sentence("thay đổi thành viên: {unit}", "change of the roster: {unit}"),
    "rule-acts": Sentence("số liệu do quyết định nêu: {question}", "fact stated by an act: {question}"),
    # Shared facts and figures.
    "fact-under-complaint": Sentence("đang xác minh khiếu nại, tố cáo", "a complaint is being examined"),
    "fact-under-discipline": Sentence("đang xem xét kỷ luật", "discipline is being considered"),
    "fact-under-inspection": Sentence("đang thanh tra, kiểm tra", "an inspection is under way"),
    "fact-under-investigation": Sentence("đang điều tra", "an investigation is under way"),
    "figure-women": Sentence("số nữ", "the number of women"),
    "figure-staff": Sentence("tổng số người", "the number of staff"),
    "share-women-staff": Sentence("tỷ lệ nữ", "the share of women"),
    "share-staff-women": Sentence("tỷ lệ tổng số người trên số nữ", "staff by women"),
    # One unit's way.
    "explain-unknown-unit": Sentence(
        "Cụm, khối này không có đơn vị “{name}”; hãy chọn một trong: {units}.",
        "This cluster has no unit “{name}”; name one of: {units}.",
    ),
    "explain-unknown-unit-near": Sentence(
        "Cụm, khối này không có đơn vị “{name}”; có phải là “{near}”?",
        "This cluster has no unit “{name}”; was “{near}” meant?",
    ),
    "roster-joins": Sentence("Được bổ sung vào cụm, khối trong năm thi đua này", "Joined the cluster this season"),
    "roster-leaves": Sentence("Không thuộc cụm, khối trong năm thi đua này", "Left the cluster this season"),
    "explain-gates": Sentence("ĐIỀU KIỆN XÉT", "GATES"),
    "explain-no-gate": Sentence("Không vướng điều kiện nào.", "Passes."),
    "explain-points": Sentence("ĐIỂM", "POINTS"),
    "cell-ratio": Sentence(" (thực hiện {actual}, kế hoạch {plan})", " (actual {actual}, plan {plan})"),
    "cell-no-plan": Sentence(" (thực hiện {actual}, không giao kế hoạch)", " (actual {actual}, no plan)"),
    "cell-entered": Sentence(" (số liệu: {cell})", " (cell: {cell})"),
    "mark-n-a": Sentence("không áp dụng", "not applicable"),
    "mark-pass": Sentence("đạt", "pass"),
    "mark-fail": Sentence("không đạt", "fail"),
    "points-all": Sentence("tổng điểm", "the total"),
    "points-none": Sentence("không tính", "not counted"),
    "points-points": Sentence("{what}: {value}{cell}", "{what}: {value}{cell}"),
    "points-rescale": Sentence(
        "{what}: quy đổi {sum} × {max} / ({max} − {not_applicable}) = {value}, vì có tiêu chí không áp dụng",
        "{what}: rescaled, {sum} × {max} / ({max} − {not_applicable}) = {value}, since a criterion does not apply",
    ),
    "points-cap": Sentence("{what}: {sum}, chỉ tính tối đa {value}", "{what}: {sum}, capped at {value}"),
    "points-sum": Sentence("{what}: cộng được {value}", "{what}: sum {value}"),
    "points-bonus": Sentence("Điểm thưởng được cộng: {value}", "Bonus added: {value}"),
    "points-deduct": Sentence("Điểm trừ: {value}", "Deducted: {value}"),
    "points-total": Sentence("TỔNG ĐIỂM: {value}", "TOTAL: {value}"),
    "explain-place": Sentence("THỨ HẠNG", "PLACE"),
    "place-by-act": Sentence("Thứ {place} theo kết quả do {who} quyết định", "Place {place}, as settled by {who}"),
    "place-tie": Sentence("Bằng với {others}; {rule}: {groups}", "Equal with {others}; {rule}: {groups}"),
    "place-none": Sentence("Không có thứ hạng.", "No place."),
    "place-tied": Sentence("Đứng thứ {place}, đồng hạng với {others}", "Place {place}, tied with {others}"),
    "place-alone": Sentence("Đứng thứ {place}", "Place {place}"),
    "place-out": Sentence("Không xếp hạng vì không được xét.", "Not ranked, being out."),
    "explain-awards": Sentence("KHEN THƯỞNG", "AWARDS"),
    "why-proposed": Sentence("Được đề nghị", "Proposed"),
    "why-held": Sentence(
        "Được chọn nhưng tạm giữ, chờ kết luận; vẫn tính vào số lượng", "Chosen but held; it takes a slot of the quota"
    ),
    "why-out": Sentence("Không được xét: {gate}", "Out: {gate}"),
    "why-excluded": Sentence(
        "Không xét vì đã được đề nghị {other}", "Not considered, being already proposed for {other}"
    ),
    "why-required": Sentence(
        "Không xét vì chưa được đề nghị {other}", "Not considered, not being proposed for {other}, which is required"
    ),
    "why-open": Sentence("Chưa quyết định; còn chờ: {questions}", "Not settled; open: {questions}"),
    "why-full": Sentence("Đã đủ số lượng được đề nghị ({quota})", "The quota ({quota}) is used up"),
    "why-not-full": Sentence(
        "Không được chọn (đã đề nghị {n}, nhiều nhất {quota})", "Not chosen ({n} proposed, at most {quota})"
    ),
    "why-not-taken": Sentence("Không tiến hành: {what}", "This step was not taken: {what}"),
    "why-chosen": Sentence("Được chọn bởi {who}: {what}", "Chosen by {who}: {what}"),
    "why-not-chosen": Sentence(
        "Không được chọn bởi {who}: {what}; được chọn: {chosen}", "Not chosen by {who}: {what}; chosen: {chosen}"
    ),
    "why-votes": Sentence("Được {n}/{ballots} phiếu: {what}", "{n} of {ballots} votes: {what}"),
    "why-reached": Sentence("Đạt ngưỡng {threshold} của {base}", "Reaches {threshold} of {base}"),
    "why-not-reached": Sentence("Không đạt ngưỡng {threshold} của {base}", "Does not reach {threshold} of {base}"),
    "why-in": Sentence(
        "Xét cùng {tied} cho {slots} suất: được chọn", "Judged together with {tied} for {slots} slots: in"
    ),
    "why-cut": Sentence(
        "Xét cùng {tied} cho {slots} suất: không được chọn", "Judged together with {tied} for {slots} slots: not in"
    ),
    "why-place": Sentence(
        "Chỉ dành cho đơn vị đứng thứ {places}; đơn vị này đứng thứ {place}",
        "Only for place {places}; this unit has place {place}",
    ),
    "explain-offices": Sentence("CHỨC VỤ NĂM SAU", "NEXT YEAR'S OFFICES"),
    "explain-no-office": Sentence("Không giữ chức vụ nào.", "None."),
    "office-barred": Sentence("Không được giữ chức {offices}: {rule}", "Barred from {offices}: {rule}"),
    "explain-open": Sentence("CÂU HỎI CÒN MỞ CÓ ĐƠN VỊ NÀY", "OPEN QUESTIONS WITH THIS UNIT"),
}
