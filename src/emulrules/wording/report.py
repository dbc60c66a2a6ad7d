"""Sentences of the report and of the command line.

Codes of words, unlike those of refusals, begin with `report-` and with what they are for: `title-`, `count-`, `asked-`
and so on; some end in the identifier that they word, such as an office's state or a shared fact.
"""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # The head of a report.
    "report-head-title": Sentence("{cluster} – năm thi đua {season}", "{cluster} – season {season}"),
    "report-head-ruleset": Sentence(
        "Quy chế: {title} ({id}), áp dụng từ ngày {day}; chính sách: {policy}",
        "Ruleset: {title} ({id}), in force from {day}; policy: {policy}",
    ),
    "report-head-source": Sentence("Nguồn số liệu: {document}", "Source: {document}"),
    "report-status-complete": Sentence("Trạng thái: đã đủ kết luận", "Status: complete"),
    "report-status-pending": Sentence(
        "Trạng thái: CHƯA XONG – còn {open} câu hỏi phải quyết định",
        "Status: PENDING – questions still to be decided: {open}",
    ),
    "report-status-pending-waiting": Sentence(
        "Trạng thái: CHƯA XONG – còn {open} câu hỏi phải quyết định, {waiting} quyết định đang chờ",
        "Status: PENDING – questions still to be decided: {open}; acts waiting: {waiting}",
    ),
    # Awards and offices.
    "report-title-awards": Sentence("ĐỀ NGHỊ KHEN THƯỞNG", "PROPOSED AWARDS"),
    "report-award-count": Sentence("{award}: {n} đơn vị", "{award}: {n}"),
    "report-award-count-most": Sentence("{award}: {n} đơn vị (nhiều nhất {most})", "{award}: {n} (at most {most})"),
    "report-award-none": Sentence("{award}: chưa quyết định", "{award}: not settled yet"),
    "report-award-none-most": Sentence(
        "{award}: chưa quyết định (nhiều nhất {most})", "{award}: not settled yet (at most {most})"
    ),
    "report-award-some": Sentence("{award}: {n} đơn vị, chưa quyết định xong", "{award}: {n}, not all settled yet"),
    "report-award-some-most": Sentence(
        "{award}: {n} đơn vị, chưa quyết định xong (nhiều nhất {most})",
        "{award}: {n}, not all settled yet (at most {most})",
    ),
    "report-award-held": Sentence("TẠM GIỮ", "HELD"),
    "report-award-refused": Sentence("TỪ CHỐI SAU TẠM GIỮ", "HOLD REFUSED"),
    "report-award-cancelled": Sentence("ĐÃ BỊ HỦY", "CANCELLED"),
    "report-award-yielded": Sentence("THÔI ĐỀ NGHỊ", "YIELDED"),
    "report-title-offices": Sentence("LÃNH ĐẠO NĂM SAU", "NEXT YEAR'S OFFICES"),
    "report-offices-none": Sentence("Chưa xác định.", "Not settled yet."),
    "report-office-head-cluster": Sentence("Cụm trưởng", "Head of the cluster"),
    "report-office-head-bloc": Sentence("Trưởng khối", "Head of the bloc"),
    "report-office-deputy-cluster": Sentence("Cụm phó", "Deputy head of the cluster"),
    "report-office-deputy-bloc": Sentence("Phó khối", "Deputy head of the bloc"),
    "report-state-elected": Sentence("được bầu", "elected"),
    "report-state-acclaimed": Sentence("được suy tôn", "acclaimed"),
    "report-state-handed-over": Sentence("được bàn giao", "handed over"),
    "report-state-turn": Sentence("đến lượt luân phiên", "by turn"),
    "report-state-deputy": Sentence("cấp phó lên thay", "the deputy moves up"),
    "report-state-moved-up": Sentence("từ cấp phó lên thay", "moved up from deputy"),
    "report-state-appointed": Sentence("được chỉ định", "appointed"),
    "report-state-recognised": Sentence("đã được công nhận", "recognised"),
    "report-state-to-be-recognised": Sentence("{state}, chờ {who} công nhận", "{state}, to be recognised by {who}"),
    # Standings and gates.
    "report-title-standings": Sentence("XẾP HẠNG", "STANDINGS"),
    "report-title-without": Sentence(
        "TÍNH LẠI KHI KHÔNG CÓ ĐƠN VỊ BỊ HỦY KẾT QUẢ: {units}", "COMPUTED AGAIN WITHOUT: {units}"
    ),
    "report-standings-tied": Sentence(
        "Dấu = sau thứ hạng: đồng hạng với đơn vị khác.", "A = after a place: tied with another unit."
    ),
    "report-standings-unvoted": Sentence(
        "{n} đơn vị nhiều điểm nhất được đưa ra bỏ phiếu, chưa có phiếu nên chưa có thứ hạng: {units}.",
        "The {n} best by points are put to a ballot, and have no place without votes: {units}.",
    ),
    "report-standings-unranked": Sentence("Đơn vị không có thứ hạng: {n}.", "Units without a place: {n}."),
    "report-column-number": Sentence("TT", "No."),
    "report-column-place": Sentence("Hạng", "Place"),
    "report-column-unit": Sentence("Đơn vị", "Unit"),
    "report-column-points": Sentence("Điểm", "Points"),
    "report-column-votes": Sentence("Phiếu", "Votes"),
    "report-column-awards": Sentence("Đề nghị khen thưởng", "Proposed for"),
    "report-column-notes": Sentence("Ghi chú", "Notes"),
    "report-title-gates": Sentence("ĐƠN VỊ CHƯA HOẶC KHÔNG ĐƯỢC XÉT", "UNITS ON HOLD OR OUT"),
    "report-gate-out": Sentence("không được xét", "out"),
    "report-gate-hold": Sentence("tạm giữ kết quả", "on hold"),
    # Legal bases.
    "report-title-citations": Sentence("CĂN CỨ CỦA TỪNG BƯỚC", "WHAT EACH STEP RESTS ON"),
    "report-trust-read": Sentence("đã đọc văn bản", "read"),
    "report-trust-reported": Sentence("theo tin đưa", "only reported"),
    "report-trust-assumed": Sentence("giả định", "assumed"),
    "report-record-id": Sentence("Mã hồ sơ của quyết định này: {id}", "The id of this decision's record: {id}"),
    "report-record-kept": Sentence(
        "Hồ sơ quyết định: {name}, mã {id}; hãy ghi mã này vào biên bản.",
        "Record: {name}, id {id}; write this id into the minutes.",
    ),
    # What a reader must know.
    "report-title-caveats": Sentence("CẦN LƯU Ý", "TO BEWARE OF"),
    "report-warning-reported-rule": Sentence(
        "Quy định chỉ biết qua tin đưa, chưa đọc văn bản: {what}.", "Rules that are only reported, not read: {what}."
    ),
    "report-warning-assumed-rule": Sentence(
        "Quy định giả định, chưa có văn bản: {what}.", "Rules that are assumed: {what}."
    ),
    "report-warning-reported-act": Sentence(
        "Quyết định chỉ biết qua tin đưa, chưa đọc biên bản: {what}.",
        "Acts that are only reported, the minutes were not read: {what}.",
    ),
    "report-warning-assumed-act": Sentence("Quyết định giả định: {what}.", "Acts that are assumed: {what}."),
    "report-warning-undefined": Sentence("Quy chế để ngỏ: {what}.", "Not defined by the ruleset: {what}."),
    "report-warning-vacant": Sentence(
        "Không đơn vị nào được giữ chức, nên chức để trống: {what}.",
        "No unit may hold the office, so it stays vacant: {what}.",
    ),
    "report-warning-rescaled": Sentence(
        "Điểm được quy đổi vì có tiêu chí không áp dụng: {what}.",
        "Points were rescaled, since a criterion does not apply: {what}.",
    ),
    "report-warning-relative-scale": Sentence(
        "Điểm phụ thuộc kết quả của đơn vị khác: {what}.", "Points depend on the results of other units: {what}."
    ),
    "report-warning-settled-without-rule": Sentence(
        "Đã quyết định nhưng quy chế không quy định cách quyết định: {what}.",
        "Settled although no rule says how: {what}.",
    ),
    "report-warning-decided-above": Sentence(
        "Giới hạn do cấp trên áp dụng khi xét, chưa áp dụng ở đây: {what}.",
        "Limits that the level above applies, not applied here: {what}.",
    ),
    "report-warning-proposed-before": Sentence(
        "Hồ sơ năm trước chỉ ghi đề nghị của cụm, khối; cấp trên có thể không tặng, khi đó hãy ghi [before]: {what}.",
        "The former record tells what was proposed; where the level above granted less, state [before]: {what}.",
    ),
    "report-warning-unchecked": Sentence(
        "Chưa kiểm tra vì không có số liệu: {what}.", "Not checked, since no facts were given: {what}."
    ),
    "report-warning-whole-tie": Sentence(
        "Các đơn vị đồng hạng ở suất cuối được lấy hoặc để lại tất cả, nên kết quả của một đơn vị có thể làm nhiều đơn "
        "vị khác được hoặc mất khen thưởng: {what}.",
        "A tie at the last slot was taken or left as a whole, so one unit's result can move the awards of several "
        "others: {what}.",
    ),
    "report-warning-ballots": Sentence(
        "số phiếu so với số thành viên Hội đồng ({what})", "the ballots against the council's members ({what})"
    ),
    "report-warning-units": Sentence("{what} ({units})", "{what} ({units})"),
    # Open questions.
    "report-title-questions": Sentence("CÒN PHẢI QUYẾT ĐỊNH ({n})", "STILL OPEN ({n})"),
    "report-title-waiting": Sentence(
        "QUYẾT ĐỊNH ĐANG CHỜ (câu hỏi của chúng chưa đặt ra được)", "ACTS WAITING (their questions cannot be asked yet)"
    ),
    "report-ask-someone": Sentence("Hỏi {who}: {what}.", "Asked of {who}: {what}."),
    "report-ask-nobody": Sentence("Quy chế không nói ai quyết định: {what}.", "No rule says who decides: {what}."),
    "report-ask-figures": Sentence("Số liệu còn thiếu: {what}.", "Missing fact: {what}."),
    "report-ask-options": Sentence("Lựa chọn: {options}.", "Options: {options}."),
    "report-ask-options-as": Sentence("Lựa chọn: như câu {n}.", "Options: as in question {n}."),
    "report-ask-after": Sentence("Phải trả lời trước: {questions}.", "To be answered first: {questions}."),
    "report-ask-basis": Sentence("Căn cứ: {basis}.", "Basis: {basis}."),
    "report-form-day": Sentence(
        "ngày quyết định, viết NĂM-THÁNG-NGÀY như 2022-03-31; ghi rồi thì bỏ dấu # đầu dòng",
        "the day, YEAR-MONTH-DAY such as 2022-03-31; remove the leading # once it is written",
    ),
    "report-form-names": Sentence(
        "số tên mà mỗi phiếu được ghi, nếu có hạn", "how many names a ballot could hold, if that was limited"
    ),
    "report-form-hint": Sentence(
        'Điền vào chỗ "…", dán vào tệp năm thi đua rồi chạy lại; source là mã một nguồn trong [sources].',
        'Fill in each "…", paste the block into the season and decide again; source is the id of one of [sources].',
    ),
    "report-form-hint-held": Sentence(
        "Riêng câu {numbers}: nếu bước không được tiến hành thì thay câu trả lời bằng held = false.",
        "Question {numbers} only: if the step was not taken, write held = false instead of an answer.",
    ),
    "report-form-trust": Sentence(
        "read = đã đọc văn bản gốc; reported = theo tin đưa; assumed = giả định",
        "read = the document was read; reported = as told by others; assumed = nobody said it",
    ),
    "report-question-standing": Sentence("thứ hạng của các đơn vị", "the places of the units"),
    "report-question-place": Sentence(
        "đơn vị nào trong số bằng nhau xếp từ hạng {line} trở lên{step}",
        "which of the tied units stand at place {line} or above{step}",
    ),
    "report-question-place-first": Sentence(
        "đơn vị nào trong số bằng nhau đứng thứ nhất{step}", "which of the tied units stands first{step}"
    ),
    "report-question-quota": Sentence("số lượng {award} được đề nghị", "how many may be proposed for {award}"),
    "report-question-award": Sentence("đơn vị được đề nghị {award}{step}", "who is proposed for {award}{step}"),
    "report-question-replacement": Sentence(
        "đơn vị thay thế ở suất {award} còn trống", "who follows where {award} fell free"
    ),
    "report-question-hold": Sentence(
        "kết luận về việc tạm giữ {unit} ({gate})", "what became of the hold on {unit} ({gate})"
    ),
    "report-question-revoked": Sentence("hủy {award} của {unit}", "the cancelling of {award} of {unit}"),
    "report-question-over-quota": Sentence(
        "chọn trong số đơn vị đủ điều kiện vượt quá số lượng {award}",
        "which of the units that reach the threshold are proposed for {award}, being more than its quota",
    ),
    "report-question-award-of": Sentence(
        "đơn vị của {parent} được đề nghị {award}{step}", "who of {parent} is proposed for {award}{step}"
    ),
    "report-question-over-quota-of": Sentence(
        "chọn trong số đơn vị của {parent} đủ điều kiện vượt quá số suất {award} của mỗi nơi",
        "which units of {parent} that reach the threshold are proposed for {award}, being more than it may have",
    ),
    "report-head-former": Sentence(
        "Tiếp theo hồ sơ năm {season} (mã {record}…)", "Builds on the record of {season} (id {record}…)"
    ),
    "report-former": Sentence("theo hồ sơ năm {season}: {what}", "by the record of {season}: {what}"),
    "report-former-of": Sentence("theo hồ sơ năm {season}, {unit} {what}", "by the record of {season}, {unit} {what}"),
    "report-former-head": Sentence("làm trưởng trong năm nay", "leads this season"),
    "report-former-deputies": Sentence("làm phó trong năm nay", "is a deputy this season"),
    "report-former-turns": Sentence("có trong thứ tự luân phiên", "stands in the queue of turns"),
    "report-former-award": Sentence("đã được đề nghị {award}", "was proposed for {award}"),
    "report-former-fact": Sentence("năm trước thuộc diện: {fact}", "had the fact: {fact}"),
    "report-question-had-before": Sentence(
        "những đơn vị ở năm thi đua trước thuộc diện: {fact}", "which units had, the season before: {fact}"
    ),
    "report-question-won-before": Sentence(
        "những đơn vị đã đạt {award} ở năm thi đua trước", "which units won {award} the season before"
    ),
    "report-ask-within": Sentence(
        "Nhiều nhất {n} đơn vị của “{parent}”: {units}.", "At most {n} of “{parent}”: {units}."
    ),
    "report-parent": Sentence("{per} “{parent}”", "the {per} “{parent}”"),
    "report-parent-district": Sentence("huyện", "district"),
    "report-parent-province": Sentence("tỉnh", "province"),
    "report-question-chair-vote-of": Sentence(
        "trong số đơn vị của {parent} còn xét cho suất cuối của {award}, người chủ trì đã bỏ phiếu cho đơn vị nào",
        "which units of {parent} that are left for its last slots of {award} the chair voted for",
    ),
    "report-question-chair-vote": Sentence(
        "trong số đơn vị còn xét cho suất cuối của {award}, người chủ trì đã bỏ phiếu cho những đơn vị nào",
        "which of the units that are left for the last slots of {award} the chair voted for",
    ),
    "report-in-step": Sentence(" (bước {step})", " (step {step})"),
    "report-in-lot": Sentence(" (bốc thăm, bước {step})", " (drawing of lots, step {step})"),
    "report-in-round": Sentence(" (bước {step}, vòng {round})", " (step {step}, round {round})"),
    "report-in-undefined": Sentence(" (quy chế không nói cách chọn)", " (no rule says how)"),
    "report-question-head": Sentence("{head} năm sau", "next year's office: {head}"),
    "report-question-deputy": Sentence("{deputy} năm sau", "next year's office: {deputy}"),
    "report-question-before": Sentence(
        "đơn vị giữ chức {head} trong năm thi đua này", "who held this season's office: {head}"
    ),
    "report-question-before-deputies": Sentence(
        "những đơn vị giữ chức {deputy} trong năm thi đua này", "who held this season's office: {deputy}"
    ),
    "report-question-heir-head": Sentence(
        "đơn vị kế tục {unit} nào được coi là đã giữ chức {head} trong năm thi đua này",
        "which successor of {unit} counts as having held this season's office: {head}",
    ),
    "report-question-heir-deputies": Sentence(
        "đơn vị kế tục {unit} nào được coi là đã giữ chức {deputy} trong năm thi đua này",
        "which successor of {unit} counts as having held this season's office: {deputy}",
    ),
    "report-question-heir-award": Sentence(
        "những đơn vị kế tục {unit} được coi là đã đạt {award} ở năm thi đua trước",
        "which successors of {unit} count as having won {award} the season before",
    ),
    "report-question-points": Sentence(
        "điểm của đơn vị nào được tính cho {unit} trong năm thi đua này",
        "whose points count for {unit} this season",
    ),
    "report-question-before-turns": Sentence(
        "thứ tự luân phiên làm {head}, đơn vị đến lượt trước ghi 1",
        "the order in which units take the office of {head}, the next one 1",
    ),
    "report-question-fact": Sentence("những đơn vị thuộc diện: {fact}", "which units have this fact: {fact}"),
    "report-question-present": Sentence("số đơn vị dự hội nghị", "how many units were present at the meeting"),
    "report-question-consulted": Sentence(
        "số đơn vị vắng mặt đã cho ý kiến bằng văn bản", "how many of the absent units gave their opinion in writing"
    ),
    "report-question-proxies": Sentence("số đơn vị vắng mặt đã ủy quyền", "how many of the absent units sent a proxy"),
    "report-question-council": Sentence("số thành viên của Hội đồng", "how many members the council has"),
    "report-question-figure": Sentence("{fact} của {unit}", "{fact} of {unit}"),
    "report-count-choice-exactly": Sentence("Chọn đúng {n} đơn vị.", "Choose exactly {n}."),
    "report-count-choice-most": Sentence("Chọn nhiều nhất {most} đơn vị.", "Choose at most {most}."),
    "report-count-choice-least": Sentence("Chọn ít nhất {least} đơn vị.", "Choose at least {least}."),
    "report-count-choice-between": Sentence("Chọn từ {least} đến {most} đơn vị.", "Choose from {least} to {most}."),
    "report-count-votes-exactly": Sentence(
        "Ghi số phiếu của từng đơn vị; lấy đúng {n} đơn vị.", "Give each unit's votes; exactly {n} will be taken."
    ),
    "report-count-votes-most": Sentence(
        "Ghi số phiếu của từng đơn vị; lấy nhiều nhất {most} đơn vị.",
        "Give each unit's votes; at most {most} will be taken.",
    ),
    "report-count-votes-least": Sentence(
        "Ghi số phiếu của từng đơn vị; lấy ít nhất {least} đơn vị.",
        "Give each unit's votes; at least {least} will be taken.",
    ),
    "report-count-votes-between": Sentence(
        "Ghi số phiếu của từng đơn vị; lấy từ {least} đến {most} đơn vị.",
        "Give each unit's votes; from {least} to {most} will be taken.",
    ),
    "report-count-votes-of-all": Sentence(
        "Ghi số phiếu của từng đơn vị trong {n} đơn vị; thứ hạng theo số phiếu.",
        "Give the votes of each of the {n} units; places follow from the votes.",
    ),
    "report-count-number-exactly": Sentence("Trả lời bằng số {n}.", "Answer with the number {n}."),
    "report-count-number-most": Sentence("Trả lời bằng một số không quá {most}.", "Answer with a number up to {most}."),
    "report-count-number-least": Sentence(
        "Trả lời bằng một số từ {least} trở lên.", "Answer with a number from {least} on."
    ),
    "report-count-number-between": Sentence(
        "Trả lời bằng một số từ {least} đến {most}.", "Answer with a number from {least} to {most}."
    ),
    "report-count-places-exactly": Sentence("Ghi thứ hạng của đúng {n} đơn vị.", "Give the places of exactly {n}."),
    "report-count-places-most": Sentence(
        "Ghi thứ hạng của nhiều nhất {most} đơn vị.", "Give the places of at most {most}."
    ),
    "report-count-places-least": Sentence(
        "Ghi thứ hạng của ít nhất {least} đơn vị.", "Give the places of at least {least}."
    ),
    "report-count-places-between": Sentence(
        "Ghi thứ hạng của {least} đến {most} đơn vị; bỏ dòng của đơn vị không có thứ hạng.",
        "Give the places of {least} to {most}; delete the rows of units without one.",
    ),
    # Those who are asked.
    "report-asked-members": Sentence("các đơn vị thành viên", "the members"),
    "report-asked-meeting": Sentence("hội nghị", "the meeting"),
    "report-asked-head": Sentence("{head}", "the {head}"),
    "report-asked-chair": Sentence("người chủ trì hội nghị", "the chair of the meeting"),
    "report-asked-head-and-deputies": Sentence("{head} và các {deputy}", "{head} and each {deputy}"),
    "report-asked-council": Sentence("Hội đồng Thi đua - Khen thưởng", "the emulation and awards council"),
    "report-asked-ministry": Sentence("Bộ", "the ministry"),
    "report-asked-province": Sentence("Ủy ban nhân dân tỉnh", "the province"),
    "report-asked-government": Sentence("Chính phủ", "the Government"),
    "report-asked-authority": Sentence("cấp trên có thẩm quyền", "the authority above"),
    "report-asked-nobody": Sentence("không rõ ai", "nobody in particular"),
    # Rules by where they stand.
    "report-rule-criteria": Sentence("tiêu chí “{name}”", "criterion “{name}”"),
    "report-rule-rounding": Sentence("làm tròn điểm tiêu chí “{name}”", "rounding of criterion “{name}”"),
    "report-rule-rounding-total": Sentence("làm tròn tổng điểm", "rounding of the total"),
    "report-rule-scale": Sentence("thang điểm", "the scale"),
    "report-rule-scored": Sentence(
        "thang điểm và điểm theo tiêu chí ({n})", "the scale and the points of criteria ({n})"
    ),
    "report-rule-order": Sentence("cách xếp hạng", "the order"),
    "report-rule-gates": Sentence("điều kiện xét: {fact}", "gate: {fact}"),
    "report-rule-conditions": Sentence("điều kiện của hội nghị ({id})", "condition of the meeting ({id})"),
    "report-rule-voting": Sentence("phiếu của đơn vị vắng mặt", "the votes of absent members"),
    "report-rule-tie": Sentence("xét khi bằng nhau{step}", "tie step{step}"),
    "report-rule-tie-criterion": Sentence("khi bằng nhau: so tiêu chí “{name}”", "tie step: criterion “{name}”"),
    "report-rule-tie-share": Sentence("khi bằng nhau: so {share}", "tie step: {share}"),
    "report-rule-tie-head-to-head": Sentence("khi bằng nhau: so từng cặp đơn vị", "tie step: head to head"),
    "report-rule-tie-lot": Sentence("khi bằng nhau: bốc thăm{step}", "tie step: drawing of lots{step}"),
    "report-rule-tie-ballot": Sentence("khi bằng nhau: bỏ phiếu{step}", "tie step: ballot{step}"),
    "report-rule-tie-decision": Sentence("khi bằng nhau: quyết định{step}", "tie step: decision{step}"),
    "report-rule-quota": Sentence("số lượng {award}", "quota of {award}"),
    "report-rule-at-most": Sentence(
        "số đơn vị được đề nghị {award} của mỗi nơi", "how many of one parent may have {award}"
    ),
    "report-rule-choose": Sentence("cách chọn {award}{step}", "how {award} is filled{step}"),
    "report-rule-ground": Sentence("căn cứ xét {award} ({ground})", "a ground of {award} ({ground})"),
    "report-rule-over-quota": Sentence("{award} khi vượt số lượng{step}", "{award} over its quota{step}"),
    "report-rule-headship": Sentence("{head}, {deputy} năm sau", "next year's offices: {head}, {deputy}"),
    "report-rule-bar": Sentence("trường hợp không được giữ chức ({id})", "bar from office ({id})"),
    "report-rule-councils": Sentence("hội đồng xét đề nghị", "the council that reviews"),
    "report-rule-reviews": Sentence("cách hội đồng xét “{award}”", "how the council reviews “{award}”"),
    "report-rule-limits": Sentence("giới hạn từ cấp trên ({id})", "limit from above ({id})"),
    "report-rule-undefined": Sentence("điều quy chế để ngỏ ({id})", "what the ruleset leaves open ({id})"),
    "report-rule-clusters": Sentence("danh sách đơn vị", "the roster"),
    "report-rule-rosters": Sentence("danh sách đơn vị ({id})", "the roster ({id})"),
    "report-rule-successions": Sentence("sắp xếp lại đơn vị ({id})", "succession of units ({id})"),
    "report-rule-units": Sentence("thay đổi thành viên: {unit}", "change of the roster: {unit}"),
    "report-rule-acts": Sentence("số liệu do quyết định nêu: {question}", "fact stated by an act: {question}"),
    # Shared facts and figures.
    "report-fact-completes-excellently": Sentence("hoàn thành xuất sắc nhiệm vụ", "completes its tasks excellently"),
    "report-fact-voted-in-movement": Sentence("được bình xét trong phong trào thi đua", "was voted in a movement"),
    "report-fact-under-complaint": Sentence("đang xác minh khiếu nại, tố cáo", "a complaint is being examined"),
    "report-fact-under-discipline": Sentence("đang xem xét kỷ luật", "discipline is being considered"),
    "report-fact-under-inspection": Sentence("đang thanh tra, kiểm tra", "an inspection is under way"),
    "report-fact-under-investigation": Sentence("đang điều tra", "an investigation is under way"),
    "report-figure-women": Sentence("số nữ", "the number of women"),
    "report-figure-staff": Sentence("tổng số người", "the number of staff"),
    "report-share-women-staff": Sentence("tỷ lệ nữ", "the share of women"),
    "report-share-staff-women": Sentence("tỷ lệ tổng số người trên số nữ", "staff by women"),
    # One unit's way.
    "explain-unknown-unit": Sentence(
        "Cụm, khối này không có đơn vị “{name}”; hãy chọn một trong: {units}.",
        "This cluster has no unit “{name}”; name one of: {units}.",
    ),
    "explain-unknown-unit-near": Sentence(
        "Cụm, khối này không có đơn vị “{name}”; có phải là “{near}”?",
        "This cluster has no unit “{name}”; was “{near}” meant?",
    ),
    "report-roster-joins": Sentence(
        "Được bổ sung vào cụm, khối trong năm thi đua này", "Joined the cluster this season"
    ),
    "report-roster-leaves": Sentence("Không thuộc cụm, khối trong năm thi đua này", "Left the cluster this season"),
    "report-succeeds-renamed": Sentence("Từ {on} là tên mới của: {units}", "Since {on} the new name of: {units}"),
    "report-succeeds-merged": Sentence("Từ {on} do sáp nhập: {units}", "Since {on} merged from: {units}"),
    "report-succeeds-split": Sentence("Từ {on} do chia tách: {units}", "Since {on} split from: {units}"),
    "report-carried-seat": Sentence("Kế tục chức vụ của {unit}", "Has taken over the office of {unit}"),
    "report-carried-turn": Sentence("Kế tục lượt của {unit}", "Has taken over the turn of {unit}"),
    "report-carried-award": Sentence(
        "Được tính khen thưởng năm trước của {unit}", "Counts as having the award that {unit} won the season before"
    ),
    "report-carried-points": Sentence("Được tính điểm của {unit}", "The points of {unit} count for it"),
    "report-explain-gates": Sentence("ĐIỀU KIỆN XÉT", "GATES"),
    "report-explain-no-gate": Sentence("Không vướng điều kiện nào.", "Passes."),
    "report-explain-points": Sentence("ĐIỂM", "POINTS"),
    "report-cell-ratio": Sentence(" (thực hiện {actual}, kế hoạch {plan})", " (actual {actual}, plan {plan})"),
    "report-cell-no-plan": Sentence(" (thực hiện {actual}, không giao kế hoạch)", " (actual {actual}, no plan)"),
    "report-cell-leader": Sentence(
        " (thực hiện {actual}, kế hoạch {plan}; dẫn đầu: {leader}, gấp {lead} kế hoạch)",
        " (actual {actual}, plan {plan}; leading: {leader}, {lead} times the plan)",
    ),
    "report-cell-greatest": Sentence(
        " (thực hiện {actual}, không giao kế hoạch; cao nhất {greatest})",
        " (actual {actual}, no plan; the greatest is {greatest})",
    ),
    "report-cell-net": Sentence(
        " (được cộng {plus} lần, bị trừ {minus} lần)", " (earned {plus} times, lost {minus} times)"
    ),
    "report-cell-held": Sentence(" (đã có: {awards})", " (holds: {awards})"),
    "report-cell-held-none": Sentence(" (chưa có hình thức nào)", " (holds none)"),
    "report-cell-entered": Sentence(" (số liệu: {cell})", " (figure: {cell})"),
    "report-mark-n-a": Sentence("không áp dụng", "not applicable"),
    "report-mark-pass": Sentence("đạt", "pass"),
    "report-mark-fail": Sentence("không đạt", "fail"),
    "report-points-all": Sentence("tổng điểm", "the total"),
    "report-points-none": Sentence("không tính", "not counted"),
    "report-points-points": Sentence("{what}: {value}{cell}", "{what}: {value}{cell}"),
    "report-points-rescale": Sentence(
        "{what}: quy đổi {sum} × {max} / ({max} − {not_applicable}) = {value}, vì có tiêu chí không áp dụng",
        "{what}: rescaled, {sum} × {max} / ({max} − {not_applicable}) = {value}, since a criterion does not apply",
    ),
    "report-points-cap": Sentence("{what}: {sum}, chỉ tính tối đa {value}", "{what}: {sum}, capped at {value}"),
    "report-points-round": Sentence("{what}: {value} {how}: {rounded}", "{what}: {value} {how}: {rounded}"),
    "report-round-floor": Sentence("làm tròn xuống {to}", "rounded down {to}"),
    "report-round-ceiling": Sentence("làm tròn lên {to}", "rounded up {to}"),
    "report-round-half-up": Sentence(
        "làm tròn {to}, đúng một nửa thì ra xa số 0", "rounded {to}, halves away from zero"
    ),
    "report-round-half-even": Sentence(
        "làm tròn {to}, đúng một nửa thì lấy chữ số chẵn", "rounded {to}, halves to the even digit"
    ),
    "report-round-whole": Sentence("đến số nguyên", "to a whole number"),
    "report-round-places": Sentence("đến {places} chữ số thập phân", "to decimal place {places}"),
    "report-points-sum": Sentence("{what}: cộng được {value}", "{what}: sum {value}"),
    "report-points-bonus": Sentence("Điểm thưởng được cộng: {value}", "Bonus added: {value}"),
    "report-points-deduct": Sentence("Điểm trừ: {value}", "Deducted: {value}"),
    "report-points-total": Sentence("TỔNG ĐIỂM: {value}", "TOTAL: {value}"),
    "report-explain-place": Sentence("THỨ HẠNG", "PLACE"),
    "report-place-by-act": Sentence(
        "Thứ {place} theo kết quả do {who} quyết định", "Place {place}, as settled by {who}"
    ),
    "report-place-by-votes": Sentence(
        "Được {n}/{ballots} phiếu xếp hạng; bỏ phiếu: {who}", "{n} of {ballots} votes for the standing, cast by {who}"
    ),
    "report-place-shortlist": Sentence(
        "Được đưa ra bỏ phiếu, trong số {number} đơn vị nhiều điểm nhất{boundary}: {listed}",
        "Put to a ballot, among the {number} best by points{boundary}: {listed}",
    ),
    "report-place-below-shortlist": Sentence(
        "Không được đưa ra bỏ phiếu, đứng sau {number} đơn vị nhiều điểm nhất{boundary}: {listed}",
        "Not put to a ballot, behind the {number} best by points{boundary}: {listed}",
    ),
    "report-place-shortlist-short": Sentence(
        "Không đủ hai đơn vị để bỏ phiếu trong số {number} đơn vị nhiều điểm nhất{boundary} ({listed}); xếp theo điểm",
        "Fewer than two to be voted on among the {number} best by points{boundary} ({listed}); placed by points",
    ),
    "report-shortlist-include": Sentence(", lấy cả đơn vị bằng điểm cuối", ", with all that tie for the last of them"),
    "report-shortlist-exclude": Sentence(
        ", không lấy đơn vị bằng điểm cuối", ", with none of those that tie for the last of them"
    ),
    "report-value-beats": Sentence("hơn {n} đơn vị", "beats {n}"),
    "report-place-tie": Sentence("Bằng với {others}; {rule}: {groups}", "Equal with {others}; {rule}: {groups}"),
    "report-place-none": Sentence("Không có thứ hạng.", "No place."),
    "report-place-tied": Sentence("Đứng thứ {place}, đồng hạng với {others}", "Place {place}, tied with {others}"),
    "report-place-alone": Sentence("Đứng thứ {place}", "Place {place}"),
    "report-place-without": Sentence(
        "Tính lại khi không có {units}: thứ {place}, {total} điểm",
        "Computed again without {units}: place {place}, {total} points",
    ),
    "report-place-out": Sentence("Không xếp hạng vì không được xét.", "Not ranked, being out."),
    "report-explain-awards": Sentence("KHEN THƯỞNG", "AWARDS"),
    "report-why-proposed": Sentence("Được đề nghị", "Proposed"),
    "report-why-held": Sentence(
        "Được chọn nhưng tạm giữ, chờ kết luận; vẫn tính vào số lượng", "Chosen but held; it takes a slot of the quota"
    ),
    "report-why-released": Sentence("Đã hết tạm giữ, được đề nghị", "Released from hold, and proposed"),
    "report-why-refused": Sentence("Bị từ chối sau thời gian tạm giữ", "Refused after being on hold"),
    "report-why-cancelled": Sentence("Đã bị hủy", "Cancelled"),
    "report-why-cancelled-by": Sentence(
        "Bị hủy theo, vì {other} là điều kiện và đã bị hủy", "Cancelled with {other}, which it requires"
    ),
    "report-why-yielded-by": Sentence("Thôi đề nghị vì {other}", "Yielded because of {other}"),
    "report-why-was-chosen": Sentence("Trước đó đã được chọn", "Had been chosen before"),
    "report-why-out": Sentence("Không được xét: {gate}", "Out: {gate}"),
    "report-why-excluded": Sentence(
        "Không xét vì đã được đề nghị {other}", "Not considered, being already proposed for {other}"
    ),
    "report-why-required": Sentence(
        "Không xét vì chưa được đề nghị {other}", "Not considered, not being proposed for {other}, which is required"
    ),
    "report-why-without-ground": Sentence(
        "Không xét vì không có căn cứ nào để xét", "Not considered, having none of the grounds"
    ),
    "report-why-required-before": Sentence(
        "Không xét vì năm trước không đạt {other}",
        "Not considered, not having won {other} the season before, which is required",
    ),
    "report-why-passed-over": Sentence(
        "Bỏ qua vì {parent} chỉ có {n} suất, đã dành cho {units}; suất này chuyển cho đơn vị kế tiếp",
        "Passed over: {parent} has {n} only, taken by {units}; the next unit has the slot",
    ),
    "report-why-passed-over-open": Sentence(
        "Bỏ qua vì {parent} chỉ có {n} suất, dành cho đơn vị xếp trên; suất này chuyển cho đơn vị kế tiếp",
        "Passed over: {parent} has {n} only, for units that stand higher; the next unit has the slot",
    ),
    "report-why-of-parent": Sentence(" của {parent}", " of {parent}"),
    "report-why-open": Sentence("Chưa quyết định; còn chờ: {questions}", "Not settled; open: {questions}"),
    "report-why-full": Sentence("Đã đủ số lượng được đề nghị ({quota})", "The quota ({quota}) is used up"),
    "report-why-not-full": Sentence(
        "Không được chọn (đã đề nghị {n}, nhiều nhất {quota})", "Not chosen ({n} proposed, at most {quota})"
    ),
    "report-why-not-taken": Sentence("{step}không tiến hành", "{step}this step was not taken"),
    "report-why-chosen": Sentence("{step}{who} chọn đơn vị này", "{step}chosen by {who}"),
    "report-why-not-chosen": Sentence(
        "{step}{who} không chọn đơn vị này; được chọn: {chosen}", "{step}not chosen by {who}; chosen: {chosen}"
    ),
    "report-why-nobody-chosen": Sentence("{step}{who} không chọn đơn vị nào", "{step}nobody was chosen by {who}"),
    "report-why-step-undefined": Sentence(
        "quy chế không nói cách chọn; ", "the ruleset does not say how one is chosen: "
    ),
    "report-why-step": Sentence("bước {step}: ", "step {step}: "),
    "report-why-votes": Sentence("{step}được {n}/{ballots} phiếu", "{step}{n} of {ballots} votes"),
    "report-why-reached": Sentence(
        "Đạt ngưỡng {threshold} trên tổng số {base}", "Meets the threshold of {threshold} of {base}"
    ),
    "report-why-not-reached": Sentence(
        "Không đạt ngưỡng {threshold} trên tổng số {base}", "Does not meet the threshold of {threshold} of {base}"
    ),
    "report-why-reached-any-base": Sentence(
        "Đạt ngưỡng {threshold}, dù số làm căn cứ chưa được nêu",
        "Meets the threshold of {threshold}, whatever the number is that it is of",
    ),
    "report-why-not-reached-any-base": Sentence(
        "Không đạt ngưỡng {threshold}, dù số làm căn cứ chưa được nêu",
        "Does not meet the threshold of {threshold}, whatever the number is that it is of",
    ),
    "report-why-at-least": Sentence("ít nhất {share}", "at least {share}"),
    "report-why-more-than": Sentence("quá {share}", "more than {share}"),
    "report-why-step-over-quota": Sentence("khi vượt số lượng: ", "over the quota: "),
    "report-why-step-replacement": Sentence("thay thế suất còn trống: ", "to fill the free slot: "),
    "report-why-sure": Sentence(
        "Vượt số lượng, lấy phiếu cao hơn: được chọn trong {slots} suất{of}",
        "Over the quota, the most votes: chosen for the slots{of} ({slots})",
    ),
    "report-why-level": Sentence(
        "Vượt số lượng: {n} đơn vị ngang phiếu ({others}; đơn vị này) cho {left} suất còn lại{of}; số phiếu chưa "
        "phân định được, chuyển sang bước sau",
        "Over the quota: {n} units with as many votes ({others}; this unit) for the slots{of} left ({left}); votes "
        "do not part them, which is left to the next step",
    ),
    "report-why-fewer": Sentence(
        "Vượt số lượng, lấy phiếu cao hơn: ít phiếu hơn các đơn vị được xét cho {slots} suất{of}",
        "Over the quota, the most votes: fewer than those that are considered for the slots{of} ({slots})",
    ),
    "report-why-chair-voted": Sentence("{step}{who} đã bỏ phiếu cho đơn vị này", "{step}voted for by {who}"),
    "report-why-chair-not-voted": Sentence(
        "{step}{who} không bỏ phiếu cho đơn vị này; đã bỏ phiếu cho: {chosen}",
        "{step}not voted for by {who}, who voted for: {chosen}",
    ),
    "report-why-chair-sure": Sentence(
        "Xét suất cuối theo phiếu của người chủ trì: được chọn trong {slots} suất{of}",
        "For the last slots, the chair's vote: chosen for the slots{of} ({slots})",
    ),
    "report-why-chair-level": Sentence(
        "Xét suất cuối theo phiếu của người chủ trì: {n} đơn vị ({others}; đơn vị này) cho {left} suất còn lại{of} "
        "chưa phân định được, chuyển sang bước sau",
        "For the last slots, the chair's vote: {n} units ({others}; this unit) for the slots{of} left ({left}) are "
        "not parted, which is left to the next step",
    ),
    "report-why-chair-behind": Sentence(
        "Xét suất cuối theo phiếu của người chủ trì: không được chọn trong {slots} suất{of}",
        "For the last slots, the chair's vote: not chosen for the slots{of} ({slots})",
    ),
    "report-why-no-place": Sentence(
        "Chỉ dành cho đơn vị đứng thứ {places}; đơn vị này không có thứ hạng",
        "Only for place {places}; this unit has no place",
    ),
    "report-why-none": Sentence("Không được chọn", "Not chosen"),
    "report-why-left": Sentence(
        "Không được chọn; các suất còn lại chỉ xét {units}", "Not chosen; only {units} are considered for what is left"
    ),
    "report-why-in": Sentence(
        "Xét cùng {tied} cho {slots} suất{of}: được chọn",
        "Judged together with {tied} for the slots{of} ({slots}): chosen",
    ),
    "report-why-line-open": Sentence(
        "Xét cùng {tied} cho {slots} suất{of}: chưa phân định xong",
        "Judged together with {tied} for the slots{of} ({slots}): not parted yet",
    ),
    "report-why-cut": Sentence(
        "Xét cùng {tied} cho {slots} suất{of}: không được chọn ở bước này",
        "Judged together with {tied} for the slots{of} ({slots}): not chosen in this step",
    ),
    "report-why-place": Sentence(
        "Chỉ dành cho đơn vị đứng thứ {places}; đơn vị này đứng thứ {place}",
        "Only for place {places}; this unit has place {place}",
    ),
    "report-explain-offices": Sentence("CHỨC VỤ NĂM SAU", "NEXT YEAR'S OFFICES"),
    "report-explain-no-office": Sentence("Không giữ chức vụ nào.", "None."),
    "report-office-not-chosen": Sentence(
        "{what}: {who} không chọn đơn vị này; được chọn: {chosen}", "{what}: not chosen by {who}; chosen: {chosen}"
    ),
    "report-office-nobody-chosen": Sentence(
        "{what}: {who} không chọn đơn vị nào", "{what}: nobody was chosen by {who}"
    ),
    "report-office-barred": Sentence("Không được giữ chức {offices}: {rule}", "Barred from {offices}: {rule}"),
    "report-bar-holds": Sentence("đang giữ chức {head}", "holds this office now: {head}"),
    "report-explain-open": Sentence("CÂU HỎI CÒN MỞ CÓ ĐƠN VỊ NÀY", "OPEN QUESTIONS WITH THIS UNIT"),
    # A ruleset in words.
    "report-ruleset-in-force": Sentence("Mã: {id}; áp dụng từ ngày {day}", "Id: {id}; in force from {day}"),
    "report-ruleset-seasons": Sentence("Năm thi đua: từ {first} đến {last}", "Seasons: {first} to {last}"),
    "report-ruleset-seasons-open": Sentence("Năm thi đua: từ {first}", "Seasons: from {first} on"),
    "report-ruleset-authority": Sentence(
        "Cơ quan: {authority}; chính sách: {policy}", "Authority: {authority}; policy: {policy}"
    ),
    "report-ruleset-extends": Sentence("Mở rộng: {id}, áp dụng từ ngày {day}", "Extends: {id}, in force from {day}"),
    "report-ruleset-clusters": Sentence("CỤM, KHỐI", "CLUSTERS"),
    "report-ruleset-cluster": Sentence("{name} ({id}), {n} đơn vị: {members}", "{name} ({id}), {n} units: {members}"),
    "report-ruleset-roster": Sentence(
        "Từ {on} ({id}), {n} đơn vị: {members}", "Since {on} ({id}), {n} units: {members}"
    ),
    "report-ruleset-successions": Sentence("SẮP XẾP LẠI ĐƠN VỊ", "SUCCESSIONS"),
    "report-ruleset-renamed": Sentence("Từ {on}, {before} đổi tên thành {after}", "On {on}, {before} became {after}"),
    "report-ruleset-merged": Sentence(
        "Từ {on}, {before} sáp nhập thành {after}", "On {on}, {before} merged into {after}"
    ),
    "report-ruleset-split": Sentence(
        "Từ {on}, {before} tách thành {after}", "On {on}, {before} was split into {after}"
    ),
    "report-ruleset-carries": Sentence("; được kế tục: {what}", "; what passes on: {what}"),
    "report-carries-seat": Sentence("chức vụ", "the office"),
    "report-carries-turn": Sentence("lượt luân phiên", "the turn"),
    "report-carries-award": Sentence("khen thưởng năm trước", "awards of the season before"),
    "report-carries-points": Sentence("điểm", "the points"),
    "report-ruleset-seat-of": Sentence(
        "chức vụ là của {per}, đơn vị nào của {per} giữ cũng vậy",
        "offices belong to the {per}, whatever unit holds them",
    ),
    "report-ruleset-criteria": Sentence("THANG ĐIỂM VÀ TIÊU CHÍ", "SCALE AND CRITERIA"),
    "report-ruleset-scale": Sentence(
        "Thang điểm: {points}; điểm thưởng tối đa: {bonus}", "Scale: {points} points; bonus at most {bonus}"
    ),
    "report-kind-bonus": Sentence("điểm thưởng", "bonus"),
    "report-kind-deduction": Sentence("điểm trừ", "deduction"),
    "report-method-entered": Sentence("nhập điểm", "entered"),
    "report-method-proportion": Sentence("theo tỷ lệ thực hiện so với kế hoạch", "in proportion to the plan"),
    "report-method-pass-fail": Sentence("đạt hoặc không đạt", "pass or fail"),
    "report-method-bands": Sentence("theo mức", "by bands"),
    "report-method-count": Sentence("theo số lần", "by count"),
    "report-method-relative": Sentence(
        "so với đơn vị dẫn đầu, xét theo {leader}", "by the leading unit, which is that of {leader}"
    ),
    "report-leader-ratio": Sentence("tỷ lệ thực hiện so với kế hoạch cao nhất", "the greatest part of its plan"),
    "report-leader-amount": Sentence(
        "số thực hiện cao nhất trong các đơn vị vượt kế hoạch", "the greatest amount among those above their plans"
    ),
    "report-method-net": Sentence("cộng và trừ theo số lần", "by what earns and what loses"),
    "report-method-held": Sentence("theo hình thức khen thưởng đã có", "by the awards already held"),
    "report-method-policy": Sentence("do chính sách tính", "by the policy"),
    "report-criterion-max": Sentence("tối đa {max} điểm", "at most {max} points"),
    "report-criterion-each": Sentence("mỗi lần {each} điểm", "{each} points each"),
    "report-criterion-each-minus": Sentence("mỗi lần bị trừ {each} điểm", "{each} points each that loses"),
    "report-criterion-min": Sentence("ít nhất {min} điểm", "at least {min} points"),
    "report-criterion-above-max": Sentence(
        "vượt kế hoạch thì được vượt điểm tối đa", "above the maximum where the plan is exceeded"
    ),
    "report-criterion-at-plan": Sentence(
        "vừa đạt kế hoạch được {points} điểm", "{points} points for just meeting the plan"
    ),
    "report-criterion-own-group": Sentence(
        "đơn vị không giao kế hoạch được so riêng với nhau", "units without a plan are compared among themselves"
    ),
    "report-criterion-step": Sentence("ghi theo bội số của {step}", "given in multiples of {step}"),
    "report-criterion-held": Sentence("{award}: {points} điểm", "{award}: {points} points"),
    "report-criterion-rounding": Sentence("điểm {how}", "points are {how}"),
    "report-scale-rounding": Sentence("Tổng điểm {how}", "The total is {how}"),
    "report-criterion-weight": Sentence("hệ số {weight}", "weight {weight}"),
    "report-criterion-band": Sentence("{threshold}: {points} điểm", "{threshold}: {points} points"),
    "report-threshold-at-least": Sentence("từ {n} trở lên", "at least {n}"),
    "report-threshold-more-than": Sentence("trên {n}", "more than {n}"),
    "report-threshold-none": Sentence("còn lại", "otherwise"),
    "report-ruleset-gates": Sentence("ĐIỀU KIỆN XÉT VÀ ĐIỀU KIỆN HỌP", "GATES AND CONDITIONS"),
    "report-ruleset-present": Sentence("Số đơn vị dự họp: {threshold}", "Units present: {threshold}"),
    "report-ruleset-taking-part": Sentence(
        "Số đơn vị tham gia biểu quyết, kể cả vắng mặt theo quy định: {threshold}",
        "Units taking part, with the absent as the rules allow: {threshold}",
    ),
    "report-voting-written": Sentence(
        "Đơn vị vắng mặt cho ý kiến bằng văn bản", "Absent members give their opinion in writing"
    ),
    "report-voting-proxy": Sentence("Đơn vị vắng mặt ủy quyền biểu quyết", "Absent members send a proxy"),
    "report-voting-excluded": Sentence("Đơn vị vắng mặt không biểu quyết", "Absent members do not vote"),
    "report-ruleset-order": Sentence("XẾP HẠNG", "ORDER"),
    "report-order-points": Sentence("theo tổng điểm", "by total points"),
    "report-order-meeting": Sentence("theo kết quả hội nghị thống nhất", "as the meeting agrees"),
    "report-order-ballot": Sentence("theo số phiếu", "by ballot"),
    "report-order-points-then-ballot": Sentence(
        "theo tổng điểm, rồi bỏ phiếu trong số đơn vị nhiều điểm nhất",
        "by total points, then by ballot among the best of them",
    ),
    "report-order-shortlist": Sentence(" ({number} đơn vị{boundary})", " ({number} units{boundary})"),
    "report-tie-over": Sentence(", theo các tiêu chí: {criteria}", ", over the criteria: {criteria}"),
    "report-tie-restart": Sentence(
        "; đơn vị còn bằng nhau so lại từ đầu với nhau", "; those still tied begin anew among themselves"
    ),
    "report-tie-continue": Sentence("; đơn vị còn bằng nhau xét tiếp bước sau", "; those still tied go on"),
    "report-order-places": Sentence("; mỗi hạng {places} chỉ một đơn vị", "; one unit for each of the places {places}"),
    "report-ruleset-awards": Sentence("HÌNH THỨC KHEN THƯỞNG", "AWARDS"),
    "report-choose-standing": Sentence("lấy theo thứ hạng", "by standing"),
    "report-choose-place": Sentence("lấy đơn vị đứng thứ {places}", "the units with place {places}"),
    "report-choose-meeting": Sentence("bình xét: {who}", "agreed by {who}"),
    "report-choose-ballot": Sentence("bỏ phiếu: {who}", "ballot of {who}"),
    "report-choose-decision": Sentence("quyết định: {who}", "decided by {who}"),
    "report-base-members": Sentence("tổng số đơn vị thành viên", "of all members"),
    "report-base-members-council": Sentence("tổng số thành viên Hội đồng", "of all members of the council"),
    "report-base-units": Sentence("tổng số đơn vị của cụm, khối", "of the cluster's units"),
    "report-base-present": Sentence("số đơn vị dự họp", "of those present"),
    "report-base-present-or-consulted": Sentence(
        "số đơn vị dự họp hoặc được lấy ý kiến", "of those present or consulted"
    ),
    "report-base-ballots": Sentence("số phiếu", "of the ballots"),
    "report-over-quota-votes": Sentence("khi vượt số lượng: lấy phiếu cao hơn", "over quota: the most votes"),
    "report-over-quota-chair-vote": Sentence(
        "khi vượt số lượng: xét suất cuối theo phiếu của người chủ trì",
        "over quota: the chair's vote for the last slots",
    ),
    "report-choose-rounds": Sentence("; nhiều nhất {n} vòng", "; at most {n} rounds"),
    "report-over-quota-decision": Sentence("khi vượt số lượng: quyết định của {who}", "over quota: decided by {who}"),
    "report-award-requires": Sentence("chỉ xét đơn vị được đề nghị: {awards}", "requires: {awards}"),
    "report-award-excludes": Sentence("không xét đơn vị đã được đề nghị: {awards}", "excludes: {awards}"),
    "report-award-ground-1": Sentence("căn cứ xét: {what}", "ground: {what}"),
    "report-award-ground-2": Sentence("căn cứ xét: {what}, hai năm liền", "ground: {what}, two years in a row"),
    "report-award-requires-before": Sentence(
        "chỉ xét đơn vị năm trước đã đạt: {awards}", "requires, of the season before: {awards}"
    ),
    "report-award-at-most": Sentence("mỗi {per} nhiều nhất {n} đơn vị", "at most {n} of each {per}"),
    "report-quota-rest": Sentence("số lượng: tất cả các đơn vị còn được xét", "quota: all who can still have it"),
    "report-quota-part": Sentence("số lượng: {part}", "quota: {part}"),
    "report-quota-reckoned": Sentence("Số lượng: {part} → {n}", "Quota: {part} → {n}"),
    "report-quota-rest-of": Sentence(
        "tất cả trong {n} đơn vị còn được xét", "all that can be of the {n} who can still have it"
    ),
    "report-quota-base-units": Sentence("đơn vị được xét", "units that are not out"),
    "report-quota-base-members": Sentence("đơn vị thành viên", "members"),
    "report-quota-floor": Sentence("{share} của {base}, làm tròn xuống", "{share} of {base}, rounded down"),
    "report-quota-ceiling": Sentence("{share} của {base}, làm tròn lên", "{share} of {base}, rounded up"),
    "report-quota-half-up": Sentence(
        "{share} của {base}, làm tròn đến số gần nhất (một nửa thì lên)", "{share} of {base}, to the nearest, halves up"
    ),
    "report-quota-not-more-than": Sentence("không quá {share} của {base}", "not more than {share} of {base}"),
    "report-quota-less-than": Sentence("dưới {share} của {base}", "less than {share} of {base}"),
    "report-quota-least": Sentence("ít nhất {n}", "at least {n}"),
    "report-quota-most": Sentence("nhiều nhất {n}", "at most {n}"),
    "report-quota-number": Sentence("số lượng: {n}", "quota: {n}"),
    "report-quota-row": Sentence("{least} đến {most} đơn vị: {n}", "{least} to {most} units: {n}"),
    "report-quota-ask": Sentence("số lượng do cấp trên phân bổ hằng năm: {who}", "quota allotted each year by {who}"),
    "report-ruleset-headship": Sentence("LÃNH ĐẠO NĂM SAU", "NEXT YEAR'S OFFICES"),
    "report-headship-recognised": Sentence("kết quả được công nhận bởi {who}", "recognised afterwards by {who}"),
    "report-headship-deputies": Sentence("số cấp phó: {n}", "deputies: {n}"),
    "report-headship-deputies-unstated": Sentence("số cấp phó: không nêu", "deputies: not stated"),
    "report-headship-type": Sentence("{office}: chỉ đơn vị loại {type}", "{office}: only units of type {type}"),
    "report-headship-declined-back": Sentence(
        "đơn vị nhường lượt chuyển xuống cuối thứ tự", "a unit that declines its turn goes to the back"
    ),
    "report-headship-declined-stays": Sentence(
        "đơn vị nhường lượt giữ nguyên thứ tự", "a unit that declines its turn keeps its place"
    ),
    "report-office-turn": Sentence("Thứ tự luân phiên sau năm này: {queue}", "The queue after this season: {queue}"),
    "report-headship-bar": Sentence("không được giữ chức {offices}: {who}", "barred from {offices}: {who}"),
    "report-bar-outgoing": Sentence("đơn vị đương giữ chức", "the outgoing head"),
    "report-ruleset-limits": Sentence("GIỚI HẠN TỪ CẤP TRÊN", "LIMITS FROM ABOVE"),
    "report-ruleset-undefined": Sentence("ĐIỀU QUY CHẾ ĐỂ NGỎ", "WHAT THE RULESET LEAVES OPEN"),
    # What a ruleset leaves open.
    "report-what-criteria": Sentence("các tiêu chí", "the criteria"),
    "report-what-scale": Sentence("thang điểm", "the scale"),
    "report-what-scoring": Sentence("cách tính khi nhiều vòng cùng chấm điểm", "how points of several stages count"),
    "report-what-order": Sentence("cách xếp hạng", "the order"),
    "report-what-ties": Sentence("cách phân định khi bằng nhau", "how ties are parted"),
    "report-what-gates": Sentence("các điều kiện xét", "the gates"),
    "report-what-conditions": Sentence("các điều kiện họp", "the conditions of a meeting"),
    "report-what-voting": Sentence("cách biểu quyết", "how votes are cast"),
    "report-what-awards": Sentence("khen thưởng", "the awards"),
    "report-what-headship": Sentence("chức vụ năm sau", "next year's offices"),
    "report-what-headship-by": Sentence("cách chọn Cụm trưởng, Trưởng khối", "how the head is chosen"),
    "report-what-headship-bars": Sentence("ai không được giữ chức vụ", "who may not hold office"),
    "report-what-headship-deputies": Sentence("việc chọn Cụm phó, Phó khối", "the deputies"),
    "report-what-headship-recognition": Sentence("cấp công nhận chức vụ", "who recognises the offices"),
    "report-what-awards-quota": Sentence("số lượng “{id}”", "the quota of “{id}”"),
    "report-what-awards-choose": Sentence("cách chọn “{id}”", "how “{id}” is chosen"),
    "report-what-reviews-one": Sentence("việc Hội đồng xét “{id}”", "the council's review of “{id}”"),
    "report-ruleset-sources": Sentence("NGUỒN", "SOURCES"),
    # Lists.
    "report-column-name": Sentence("Tên", "Name"),
    "report-column-title": Sentence("Tên quy chế", "Title"),
    "report-column-distribution": Sentence("Gói", "Distribution"),
    "report-column-version": Sentence("Phiên bản", "Version"),
    "report-column-id": Sentence("Mã", "Id"),
    "report-column-in-force": Sentence("Áp dụng từ", "In force from"),
    "report-column-file": Sentence("Tệp", "File"),
    "report-column-cluster": Sentence("Cụm, khối", "Cluster"),
    "report-column-season": Sentence("Năm", "Season"),
    "report-column-supersedes": Sentence("Thay thế", "Supersedes"),
    # Score sheets: stages, tables, the cluster's own table.
    "report-rule-stages": Sentence("bước chấm “{name}”", "scoring stage “{name}”"),
    "report-rule-scoring": Sentence("điểm bước nào được tính", "which stage's points count"),
    "report-who-imposed": Sentence("ai trừ điểm ở tiêu chí “{name}”", "who imposed “{name}”"),
    "report-column-criterion": Sentence("Tiêu chí", "Criterion"),
    "report-column-counted": Sentence("Được tính", "Counts"),
    "report-title-stages": Sentence("ĐIỂM CÁC BƯỚC CHẤM", "POINTS BY STAGE"),
    "report-cell-stages": Sentence(" (các bước chấm: {stages})", " (by stage: {stages})"),
    "report-points-stage": Sentence("{stage} – {what}: {value}{cell}", "{stage} – {what}: {value}{cell}"),
    "report-points-take": Sentence("{what}: {how}: {value}", "{what}: {how}: {value}"),
    "report-take-last": Sentence("lấy điểm của bước chấm cuối cùng", "the points of the last stage"),
    "report-take-mean": Sentence("lấy điểm bình quân các bước chấm", "the mean of all stages"),
    "report-take-max": Sentence("lấy điểm cao nhất trong các bước chấm", "the most points of any stage"),
    "report-take-agreed": Sentence("lấy điểm do hội nghị thống nhất", "the points that the meeting agreed"),
    "report-ruleset-table": Sentence(
        "Bảng điểm {name} ({id}): {points}; điểm thưởng tối đa: {bonus}; dùng cho: {of}",
        "Table {name} ({id}): {points} points; bonus at most {bonus}; for: {of}",
    ),
    "report-ruleset-stages": Sentence("CÁC BƯỚC CHẤM ĐIỂM", "STAGES OF SCORING"),
    "report-ruleset-stage": Sentence("{name} ({id}): {by}", "{name} ({id}): {by}"),
    "report-ruleset-scoring": Sentence("Khi có điểm của nhiều bước: {how}", "Where several stages scored: {how}"),
    "report-by-unit": Sentence("đơn vị tự chấm", "by the unit itself"),
    "report-by-cross": Sentence("các đơn vị chấm chéo", "by other units"),
    "report-by-head": Sentence("đơn vị trưởng thẩm định", "by the head"),
    "report-by-head-and-deputies": Sentence("đơn vị trưởng và phó thẩm định", "by head and deputies"),
    "report-by-agency": Sentence("cơ quan ngoài cụm, khối chấm theo lĩnh vực", "by an agency outside, for its field"),
    "report-by-meeting": Sentence("hội nghị thống nhất", "by the meeting"),
    "report-by-council": Sentence("Hội đồng thẩm định", "by the council"),
    "report-criterion-frame": Sentence(
        "khung cho bảng điểm riêng của cụm, khối", "a frame for the cluster's own table"
    ),
    "report-criterion-stages": Sentence("chấm ở bước: {stages}", "scored in: {stages}"),
    "report-criterion-imposed-by": Sentence("chỉ được trừ ở bước: {stages}", "imposed only in: {stages}"),
    # Refusals.
    "new-unknown-cluster": Sentence(
        "Quy chế {ruleset} không có cụm, khối “{name}”; có: {known}.",
        "The ruleset {ruleset} has no cluster “{name}”; known here: {known}.",
    ),
    "new-no-cluster": Sentence(
        "Quy chế {ruleset} không nêu cụm, khối nào; hãy dùng một quy chế mở rộng quy chế này.",
        "The ruleset {ruleset} names no cluster; use one that extends it.",
    ),
    # Slips of the command line, told in both languages one after the other.
    "usage-missing": Sentence("Thiếu {what}.", "Missing {what}."),
    "usage-no-command": Sentence(
        "Không có lệnh “{what}”; có: {known}.", "No such command “{what}”; there are {known}."
    ),
    "usage-no-option": Sentence("Không có tùy chọn {what}.", "No such option {what}."),
    "usage-needs-value": Sentence("Dùng sai tùy chọn {what}: {detail}", "Wrong use of the option {what}: {detail}"),
    "usage-not-one-of": Sentence("{what} phải là một trong: {known}.", "{what} must be one of {known}."),
    "usage-bad-value": Sentence("Giá trị của {what} không hợp lệ: {detail}", "Bad value of {what}: {detail}"),
    "usage-other": Sentence("Dòng lệnh chưa đúng: {detail}", "The command line is wrong: {detail}"),
    "report-new-made": Sentence(
        "Đã tạo tệp {file}; hãy điền rồi chạy: emulrules decide {file}",
        "Made {file}; fill it in, then run: emulrules decide {file}",
    ),
    "report-new-distribution": Sentence(
        "Đã tạo {folder}; cài đặt và kiểm thử bằng hai lệnh:",
        "Made {folder}; install and test it by these two commands:",
    ),
    "our-fault": Sentence(
        "Lỗi của chương trình ({kind}: {reason}); hãy báo cho người bảo trì, kèm các tệp đã dùng.",
        "A fault of the program itself ({kind}: {reason}); report it to the maintainers with the files that were used.",
    ),
}
