"""What the engine refuses in a season or a ruleset while it decides."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # The season against its ruleset.
    "other-ruleset": Sentence(
        "Năm thi đua theo quy chế “{expected}” nhưng được đưa vào quy chế “{got}”; hãy dùng đúng quy chế.",
        "The season is under ruleset “{expected}” but was given ruleset “{got}”; use the one that it names.",
    ),
    "season-not-covered": Sentence(
        "Quy chế “{ruleset}” bản này không áp dụng cho năm {season}; hãy chọn bản có hiệu lực cho năm đó.",
        "This version of ruleset “{ruleset}” does not cover the season {season}; choose the version that does.",
    ),
    "other-version": Sentence(
        "Năm thi đua ghim bản quy chế “{ruleset}” từ {expected} nhưng được đưa vào bản từ {got}; hãy dùng đúng bản.",
        "The season pins ruleset “{ruleset}” as of {expected} but was given that of {got}; use the one that it pins.",
    ),
    "other-policy": Sentence(
        "Quy chế chọn chính sách “{expected}” nhưng nhận được “{got}”; hãy nạp đúng chính sách.",
        "The ruleset names the policy “{expected}” but was given “{got}”; load the policy that it names.",
    ),
    "unknown-cluster": Sentence(
        "Quy chế “{ruleset}” không có cụm, khối “{name}”; hãy dùng mã cụm, khối ghi trong quy chế.",
        "Ruleset “{ruleset}” has no cluster “{name}”; use the id of one that it has.",
    ),
    "unknown-cluster-near": Sentence(
        "Quy chế “{ruleset}” không có cụm, khối “{name}”; có phải “{near}” không?",
        "Ruleset “{ruleset}” has no cluster “{name}”; did you mean “{near}”?",
    ),
    "unknown-unit": Sentence(
        "“{name}” không phải đơn vị của “{cluster}” theo mã, tên hay bí danh nào; hãy sửa tên hoặc bổ sung bí danh.",
        "“{name}” is no unit of “{cluster}” by id, name or alias; correct the name or declare an alias.",
    ),
    "unknown-unit-near": Sentence(
        "“{name}” không phải đơn vị của “{cluster}”; có phải “{near}” không?",
        "“{name}” is no unit of “{cluster}”; did you mean “{near}”?",
    ),
    "unit-of-other-cluster": Sentence(
        "“{name}” thuộc “{other}”, không thuộc “{cluster}”; hãy bỏ đơn vị này.",
        "“{name}” belongs to “{other}”, not to “{cluster}”; take it out.",
    ),
    "unit-twice": Sentence(
        "Đơn vị {unit} được ghi hai lần ở đây; hãy bỏ một lần.",
        "Unit {unit} is named twice here; take one out.",
    ),
    "unknown-source": Sentence(
        "Không có nguồn “{name}” trong [sources]; hãy khai báo nguồn đó.",
        "There is no source “{name}” in [sources]; declare it there.",
    ),
    "unknown-source-near": Sentence(
        "Không có nguồn “{name}” trong [sources]; có phải “{near}” không?",
        "There is no source “{name}” in [sources]; did you mean “{near}”?",
    ),
    "unknown-fact": Sentence(
        "Quy chế không dùng dữ kiện “{name}”; hãy bỏ dòng này.",
        "No rule of the ruleset turns on the fact “{name}”; take it out.",
    ),
    "unknown-fact-near": Sentence(
        "Quy chế không dùng dữ kiện “{name}”; có phải “{near}” không?",
        "No rule of the ruleset turns on the fact “{name}”; did you mean “{near}”?",
    ),
    "unknown-fact-before": Sentence(
        "Không khen thưởng nào đòi hỏi dữ kiện “{name}” của năm trước; hãy bỏ dòng này.",
        "No award turns on the fact “{name}” of the season before; take it out.",
    ),
    "unknown-fact-before-near": Sentence(
        "Không khen thưởng nào đòi hỏi dữ kiện “{name}” của năm trước; có phải “{near}” không?",
        "No award turns on the fact “{name}” of the season before; did you mean “{near}”?",
    ),
    "unknown-before": Sentence(
        "Không hình thức khen thưởng nào đòi hỏi “{name}” của năm trước; hãy bỏ dòng này.",
        "No award requires “{name}” of the season before; take it out.",
    ),
    "unknown-before-near": Sentence(
        "Không hình thức khen thưởng nào đòi hỏi “{name}” của năm trước; có phải “{near}” không?",
        "No award requires “{name}” of the season before; did you mean “{near}”?",
    ),
    "unknown-criterion": Sentence(
        "Quy chế “{ruleset}” không có tiêu chí “{name}”; hãy kiểm tra xem có nhầm bảng điểm không.",
        "Ruleset “{ruleset}” has no criterion “{name}”; check whether this is the right sheet of scores.",
    ),
    "unknown-criterion-near": Sentence(
        "Quy chế “{ruleset}” không có tiêu chí “{name}”; có phải “{near}” không?",
        "Ruleset “{ruleset}” has no criterion “{name}”; did you mean “{near}”?",
    ),
    "criterion-no-leaf": Sentence(
        "Tiêu chí “{criterion}” là tổng của các tiêu chí con nên không chấm trực tiếp; hãy chấm ở tiêu chí con.",
        "Criterion “{criterion}” is the sum of those below it and is not scored itself; score those below.",
    ),
    "roster-without-source": Sentence(
        "Việc thay đổi thành viên {unit} chưa có căn cứ; hãy thêm source.",
        "The change of the roster for {unit} has no basis; add a source.",
    ),
    "roster-already-member": Sentence(
        "{unit} đã là thành viên nên không thể gia nhập; hãy bỏ dòng này.",
        "{unit} is a member already and cannot join; take this out.",
    ),
    "roster-without-name": Sentence(
        "Đơn vị gia nhập {unit} chưa có tên; hãy thêm name.",
        "The joining unit {unit} has no name; add a name.",
    ),
    "roster-without-type": Sentence(
        "Đơn vị gia nhập {unit} chưa ghi loại đơn vị, mà quy chế phân chức vụ theo loại; hãy thêm type.",
        "The joining unit {unit} has no type, and offices turn on it; add its type.",
    ),
    "unit-without-parent": Sentence(
        "{unit} chưa ghi thuộc {per} nào, mà “{award}” giới hạn số đơn vị của mỗi {per}; hãy thêm within.{per}.",
        "{unit} does not say its {per}, and “{award}” is limited for each {per}; add within.{per}.",
    ),
    "roster-empty": Sentence(
        "Cụm, khối “{cluster}” không còn đơn vị nào trong năm này; hãy kiểm tra danh sách đơn vị.",
        "The cluster “{cluster}” has no unit left this season; check the roster.",
    ),
    "roster-no-member": Sentence(
        "{unit} không phải thành viên nên không thể rời cụm, khối; hãy dùng đúng mã đơn vị.",
        "{unit} is no member and cannot leave; use the id of a member.",
    ),
    "name-taken": Sentence(
        "Tên “{name}” của {unit} cũng là tên của “{other}”; hãy đặt tên khác nhau.",
        "The name “{name}” of {unit} is also that of “{other}”; give them different names.",
    ),
    "women-above-staff": Sentence(
        "{unit} ghi {women} nữ trong khi chỉ có {staff} người; hãy sửa số liệu.",
        "{unit} has {women} women of {staff} staff; correct the figures.",
    ),
    # Cells.
    "criterion-missing": Sentence(
        "Thiếu cả bảng điểm của tiêu chí “{criterion}” ({units} đơn vị); hãy thêm [scores.{criterion}].",
        "The whole sheet of criterion “{criterion}” is missing ({units} units); add [scores.{criterion}].",
    ),
    "cell-missing": Sentence(
        "Thiếu điểm của {unit} ở tiêu chí “{criterion}”; hãy ghi điểm, và chỉ ghi 0 khi điểm đúng là 0.",
        "There is no score of {unit} for “{criterion}”; write it, and write 0 only if it is 0.",
    ),
    "cell-unmeasured": Sentence(
        "Chính sách “{plugin}” không cho điểm được từ ô của {unit} ở tiêu chí “{criterion}” ({error}, {at}); hãy sửa ô"
        " này, hoặc sửa chính sách nếu ô đúng.",
        "The plugin “{plugin}” cannot measure the cell of {unit} for “{criterion}” ({error}, {at}); correct the cell,"
        " or mend the plugin if it is right.",
    ),
    "cell-unmeasured-bounds": Sentence(
        "Chính sách “{plugin}” cho {got} điểm từ ô của {unit} ở tiêu chí “{criterion}”, ngoài mức từ {least} đến"
        " {most}; hãy sửa ô này, hoặc sửa chính sách nếu ô đúng.",
        "The plugin “{plugin}” makes {got} points of the cell of {unit} for “{criterion}”, outside {least} to {most};"
        " correct the cell, or mend the plugin if it is right.",
    ),
    "cell-missing-ratio": Sentence(
        "Thiếu số liệu của {unit} ở tiêu chí “{criterion}”; hãy ghi {{ actual = …, plan = … }}.",
        "There is no figure of {unit} for “{criterion}”; write {{ actual = …, plan = … }}.",
    ),
    "cell-missing-net": Sentence(
        "Thiếu số liệu của {unit} ở tiêu chí “{criterion}”; hãy ghi {{ plus = …, minus = … }}, không có thì ghi 0.",
        "There is no figure of {unit} for “{criterion}”; write {{ plus = …, minus = … }}, with 0 where there is none.",
    ),
    "cell-missing-held": Sentence(
        "Thiếu danh sách hình thức khen thưởng mà {unit} đã có ở tiêu chí “{criterion}”; hãy ghi mã trong ngoặc vuông, "
        "chưa có thì ghi [].",
        "The awards that {unit} holds already are not given for “{criterion}”; write their ids in square brackets, [] "
        "where it holds none.",
    ),
    "cell-below-least": Sentence(
        "Số liệu của {unit} ở tiêu chí “{criterion}” là {got}, nhỏ hơn mức thấp nhất {least}; hãy kiểm tra lại.",
        "The figure of {unit} for “{criterion}” is {got}, below the least {least}; check it.",
    ),
    "cell-above-most": Sentence(
        "Số liệu của {unit} ở tiêu chí “{criterion}” là {got}, vượt mức cao nhất {most}; nếu là phần trăm, hãy ghi "
        "kèm dấu %.",
        "The figure of {unit} for “{criterion}” is {got}, above the most {most}; write a percentage with %.",
    ),
    "cell-not-applicable": Sentence(
        'Tiêu chí “{criterion}” không cho phép ghi "n/a" (ở {unit}); hãy ghi điểm.',
        'Criterion “{criterion}” does not allow "n/a" (at {unit}); write a score.',
    ),
    "cell-not-number": Sentence(
        "Tiêu chí “{criterion}” của {unit} phải là một số, không phải “{got}”; hãy ghi số.",
        "“{criterion}” of {unit} must be a number, not “{got}”; write a number.",
    ),
    "cell-not-ratio": Sentence(
        "Tiêu chí “{criterion}” của {unit} phải ghi thực hiện và kế hoạch, không phải “{got}”; hãy ghi "
        "{{ actual = …, plan = … }}.",
        "“{criterion}” of {unit} must give actual and plan, not “{got}”; write {{ actual = …, plan = … }}.",
    ),
    "cell-without-plan": Sentence(
        "Tiêu chí “{criterion}” của {unit} chưa có kế hoạch, mà quy chế không nói cách tính; hãy ghi plan.",
        "“{criterion}” of {unit} has no plan, and the ruleset does not say what that means; write the plan.",
    ),
    "cell-plan-not-positive": Sentence(
        "Kế hoạch của {unit} ở tiêu chí “{criterion}” là {got}; hãy ghi một số lớn hơn 0.",
        "The plan of {unit} for “{criterion}” is {got}; write a number greater than 0.",
    ),
    "cell-not-pass-fail": Sentence(
        "Tiêu chí “{criterion}” của {unit} chỉ có đạt hoặc không đạt, không phải “{got}”; hãy ghi "
        '"pass" (đạt) hoặc "fail" (không đạt).',
        '“{criterion}” of {unit} is passed or failed, so it cannot be “{got}”; write "pass" or "fail".',
    ),
    "cell-not-count": Sentence(
        "Tiêu chí “{criterion}” của {unit} đếm số lần, không thể là {got}; hãy ghi số nguyên từ 0.",
        "“{criterion}” of {unit} counts, so it cannot be {got}; write a whole number from 0.",
    ),
    "cell-not-net": Sentence(
        "Tiêu chí “{criterion}” của {unit} phải ghi số lần được cộng và số lần bị trừ, không phải “{got}”; hãy ghi "
        "{{ plus = …, minus = … }}.",
        "“{criterion}” of {unit} must say how often points were earned and lost, not “{got}”; write "
        "{{ plus = …, minus = … }}.",
    ),
    "cell-not-held": Sentence(
        "Tiêu chí “{criterion}” của {unit} phải là danh sách hình thức khen thưởng đã có, không phải “{got}”; hãy ghi "
        "mã trong ngoặc vuông, chưa có thì ghi [].",
        "“{criterion}” of {unit} must list the awards that it holds already, not “{got}”; write their ids in square "
        "brackets, [] where it holds none.",
    ),
    "cell-award": Sentence(
        "Tiêu chí “{criterion}” không cho điểm hình thức khen thưởng “{award}” (ở {unit}); được dùng: {known}.",
        "Criterion “{criterion}” gives no points for the award “{award}” (at {unit}); known here: {known}.",
    ),
    "cell-award-twice": Sentence(
        "Hình thức khen thưởng “{award}” của {unit} ở tiêu chí “{criterion}” được ghi hai lần; hãy bỏ một lần.",
        "The award “{award}” of {unit} stands twice for “{criterion}”; remove one.",
    ),
    "cell-below-zero": Sentence(
        "Điểm của {unit} ở tiêu chí “{criterion}” là {got}, nhỏ hơn 0; hãy sửa.",
        "The score of {unit} for “{criterion}” is {got}, below 0; correct it.",
    ),
    "cell-negative-deduction": Sentence(
        "Điểm trừ của {unit} ở “{criterion}” ghi là {got}; hãy ghi số điểm bị trừ, không có dấu trừ.",
        "The deduction of {unit} for “{criterion}” is written {got}; write the points taken off, without a sign.",
    ),
    "cell-above-max": Sentence(
        "Điểm của {unit} ở tiêu chí “{criterion}” là {got}, vượt điểm tối đa {max}; hãy sửa.",
        "The score of {unit} for “{criterion}” is {got}, above the maximum {max}; correct it.",
    ),
    "cell-in-no-band": Sentence(
        "Giá trị {got} của {unit} ở tiêu chí “{criterion}” không thuộc mức nào trong thang; hãy kiểm tra.",
        "The value {got} of {unit} for “{criterion}” falls in no band; check it.",
    ),
    "cell-out-of-range": Sentence(
        "Tiêu chí “{criterion}” cho {unit} {got} điểm, ngoài giới hạn của tiêu chí; hãy sửa quy chế hoặc số liệu.",
        "“{criterion}” gives {unit} {got} points, outside its bounds; correct the ruleset or the figure.",
    ),
    "nothing-applies": Sentence(
        "Không tiêu chí nào áp dụng cho {unit}; hãy chấm ít nhất một tiêu chí.",
        "No criterion applies to {unit}; score at least one.",
    ),
    # What a ruleset leaves unsaid where a stage needs it.
    "rescale-without-max": Sentence(
        "Tiêu chí “{criterion}” không có điểm tối đa nên không thể bỏ khỏi mẫu số; hãy thêm max.",
        "Criterion “{criterion}” has no maximum, so it cannot leave the denominator; add max.",
    ),
    "rescale-without-scale": Sentence(
        "Có tiêu chí không áp dụng cho {unit} nhưng quy chế không có tổng điểm để quy đổi; hãy thêm [scale] points.",
        "A criterion does not apply to {unit}, but no scale says what to rescale to; add [scale] points.",
    ),
    "rescale-nothing-left": Sentence(
        "Ở {rule}, phần không áp dụng cho {unit} chiếm hết điểm tối đa; hãy kiểm tra các điểm tối đa.",
        "In {rule}, what does not apply to {unit} makes up the whole maximum; check the maxima.",
    ),
    "measure-too-long": Sentence(
        "Điểm của {unit} cộng lại thành một phân số dài hàng nghìn chữ số; hãy ghi số thực hiện và số kế hoạch ngắn"
        " hơn.",
        "The points of {unit} add up to a fraction of thousands of digits; write shorter figures of what was done and"
        " planned.",
    ),
    "undefined-needed": Sentence(
        "Chính sách “{policy}” không trả lời {hook} về “{what}”, mà năm này cần đến; hãy để mã riêng của cơ quan trả"
        " lời, hoặc ghi trong quy chế một cách tính không cần mã riêng.",
        "The policy “{policy}” answers nothing to {hook} on “{what}”, which this season needs; let a plugin answer it,"
        " or let the ruleset say it in a way that needs none.",
    ),
    "quota-undefined": Sentence(
        "Số lượng của “{award}” không được quy định và không rõ hỏi ai; hãy thêm quota hoặc [[undefined]] có ask.",
        "The quota of “{award}” is not defined and nobody is named to ask; add a quota, or [[undefined]] with ask.",
    ),
    "quota-differs": Sentence(
        "“{question}” ghi {got} nhưng theo quy chế số lượng của “{award}” là {number}; hãy sửa hoặc bỏ quyết định này.",
        "“{question}” says {got}, but by the ruleset the quota of “{award}” is {number}; correct it or take it out.",
    ),
    "quota-no-row": Sentence(
        "Bảng số lượng của “{award}” không có dòng cho {units} đơn vị; hãy bổ sung dòng đó.",
        "The quota table of “{award}” has no row for {units} units; add the row.",
    ),
    "place-unnamed": Sentence(
        "“{award}” xét theo thứ hạng mà [order] không yêu cầu xác định; hãy thêm thứ hạng đó vào name_places.",
        "“{award}” goes by a place that [order] does not name; add it to name_places.",
    ),
    "award-unknown": Sentence(
        "“{award}” nhắc đến danh hiệu “{name}” mà quy chế không có; hãy sửa requires hoặc excludes.",
        "“{award}” names the award “{name}”, which does not exist; correct requires or excludes.",
    ),
    "question-twice": Sentence(
        "Hai quy tắc cùng đặt câu hỏi “{question}”; hãy đổi mã của một bước.",
        "Two rules ask “{question}”; give one of the steps another id.",
    ),
    "order-undefined": Sentence(
        "Có danh hiệu xét theo xếp hạng nhưng quy chế không nói xếp hạng theo gì; hãy thêm [order].",
        "An award goes by standing, but nothing says what units are ordered by; add [order].",
    ),
    "headship-undefined": Sentence(
        "Quy chế không nói Cụm trưởng, Trưởng khối được chọn thế nào; hãy thêm [headship] hoặc khai báo [[undefined]].",
        "The ruleset does not say how the head is chosen; add [headship], or declare it in [[undefined]].",
    ),
    "awards-cycle": Sentence(
        "Các danh hiệu {awards} chờ lẫn nhau; hãy ghi điều kiện loại trừ một lần, ở danh hiệu xét sau.",
        "The awards {awards} wait for one another; write an exclusion once, on the later award.",
    ),
    "turns-without-rule": Sentence(
        "Quy chế không theo thứ tự luân phiên; hãy bỏ [turns].",
        "The ruleset has nobody lead by turn; take [turns] out.",
    ),
    "turns-unsaid": Sentence(
        "[turns] không có queue mà hồ sơ năm trước cũng không ghi thứ tự luân phiên; hãy ghi queue và source.",
        "[turns] has no queue, and no record of the season before left one; add queue and source.",
    ),
    "turns-missing": Sentence(
        '{unit} là thành viên mà không có trong thứ tự luân phiên; hãy thêm vào queue, hoặc thêm event = "joined".',
        "{unit} is a member without a turn; add it to the queue, or an event “joined”.",
    ),
    "turns-stranger": Sentence(
        '{unit} có trong thứ tự luân phiên mà không còn là thành viên; hãy bỏ khỏi queue, hoặc thêm event = "left".',
        "{unit} has a turn and is no member; take it out of the queue, or add an event “left”.",
    ),
    "turns-joined": Sentence(
        "{unit} đã có trong thứ tự luân phiên nên không thể vào lần nữa; hãy bỏ dòng này.",
        "{unit} has a turn already and cannot join the queue again; take the event out.",
    ),
    "turns-left": Sentence(
        "{unit} không có trong thứ tự luân phiên nên không thể rời; hãy dùng đúng mã đơn vị.",
        "{unit} has no turn and cannot leave the queue; use the id of a unit that has.",
    ),
    "turns-declined": Sentence(
        "{unit} không có trong thứ tự luân phiên nên không có lượt để nhường; hãy dùng đúng mã đơn vị.",
        "{unit} has no turn to decline; use the id of a unit that has.",
    ),
    "turns-elected": Sentence(
        "{unit} không có trong thứ tự luân phiên nên không thể được bầu ngoài lượt; hãy dùng đúng mã đơn vị.",
        "{unit} has no turn and cannot be elected out of turn; use the id of a unit that has.",
    ),
    "turns-elected-twice": Sentence(
        "Đã ghi {other} được bầu ngoài lượt, nay lại ghi {unit}; hãy giữ lại một đơn vị.",
        "{other} is said to be elected out of turn, and {unit} too; keep one of them.",
    ),
    "turns-declined-where": Sentence(
        "{unit} nhường lượt, nhưng quy chế không nói đơn vị nhường lượt xếp vào đâu; hãy ghi declined ở [headship].",
        "{unit} declined its turn, and the ruleset does not say where it goes; state declined in [headship].",
    ),
    "turns-shared": Sentence(
        "Trong “{question}”, mỗi đơn vị phải có một thứ tự riêng; hãy ghi 1, 2, 3 … không trùng nhau.",
        "In “{question}” no two units have the same turn; write 1, 2, 3 … once each.",
    ),
    "recognition-without-rule": Sentence(
        "Quy chế không nói cấp nào công nhận Cụm trưởng, Trưởng khối; hãy bỏ [recognised].",
        "The ruleset names no level that recognises the head; take [recognised] out.",
    ),
    "answer-unexpected": Sentence(
        "Hook {hook} trả lời sai loại giá trị về “{subject}”; hãy sửa plugin.",
        "The hook {hook} answered “{subject}” with a value of the wrong kind; correct the plugin.",
    ),
    # The meeting.
    "condition-unmet": Sentence(
        "Hội nghị có {present}/{members} đơn vị, cần ít nhất {due} theo “{condition}”; hãy kiểm tra số có mặt hoặc "
        "họp lại.",
        "{present} of {members} units were present, and “{condition}” demands at least {due}; check the number, or "
        "meet again.",
    ),
    "present-above-members": Sentence(
        "Hội nghị ghi {present} đơn vị có mặt nhưng cụm, khối chỉ có {members}; hãy sửa số có mặt.",
        "{present} units are said to be present, but the cluster has {members}; correct the number.",
    ),
    "condition-unmet-taking-part": Sentence(
        "Có {present}/{members} đơn vị tham gia biểu quyết, cần ít nhất {due} theo “{condition}”; hãy kiểm tra số có "
        "mặt, số lấy ý kiến, số ủy quyền hoặc họp lại.",
        "{present} of {members} units took part, and “{condition}” demands at least {due}; check the numbers, or meet "
        "again.",
    ),
    "condition-out-of-reach": Sentence(
        "Theo các số đã ghi thì nhiều nhất {most}/{members} đơn vị, cần ít nhất {due} theo “{condition}”; hãy kiểm "
        "tra số có mặt, số lấy ý kiến, số ủy quyền hoặc họp lại.",
        "By the numbers given there can be at most {most} of {members} units, and “{condition}” demands at least "
        "{due}; check the numbers, or meet again.",
    ),
    "turnout-above-members": Sentence(
        "Số có mặt, số lấy ý kiến và số ủy quyền cộng lại là {taking} nhưng cụm, khối chỉ có {members} đơn vị; hãy "
        "kiểm tra biên bản.",
        "Those present, consulted and by proxy are {taking} together, but the cluster has {members} units; check the "
        "minutes.",
    ),
    # Acts.
    "act-twice": Sentence(
        "Câu hỏi “{question}” được trả lời hai lần; hãy giữ lại một lần.",
        "The question “{question}” is answered twice; keep one answer.",
    ),
    "hold-not-there": Sentence(
        "{unit} không bị tạm giữ theo “{gate}” nên không thể giải tỏa hay từ chối; đang tạm giữ: {held}.",
        "{unit} is not on hold by “{gate}”, so there is nothing to release or refuse; holds here: {held}.",
    ),
    "revoked-held": Sentence(
        "“{award}” của {unit} còn bị tạm giữ, chưa được đề nghị nên không thể hủy; hãy giải tỏa hoặc từ chối (hold:…).",
        "“{award}” of {unit} is only held, so there is nothing to cancel; release or refuse its hold (hold:…).",
    ),
    "revoked-not-proposed": Sentence(
        "{unit} không được đề nghị “{award}” nên không thể hủy; đang được đề nghị: {units}.",
        "{unit} is not proposed for “{award}”, so there is nothing to cancel; proposed for it: {units}.",
    ),
    "act-not-asked": Sentence(
        "Không có câu hỏi “{question}” nào được đặt ra; hãy bỏ quyết định này.",
        "Nothing asks “{question}”; take this act out.",
    ),
    "act-not-asked-near": Sentence(
        "Không có câu hỏi “{question}” nào được đặt ra; có phải “{near}” không?",
        "Nothing asks “{question}”; did you mean “{near}”?",
    ),
    "act-form-count": Sentence(
        "Trả lời cho “{question}” phải có đúng một trong choice, votes, number, places, value.",
        "An answer to “{question}” must give exactly one of choice, votes, number, places, value.",
    ),
    "act-not-held-answered": Sentence(
        "“{question}” ghi là không tổ chức (held = false) nhưng lại có kết quả; hãy bỏ một trong hai.",
        "“{question}” is said not to have been held, and yet has a result; take one of them out.",
    ),
    "act-must-be-held": Sentence(
        "“{question}” không phải một bước có thể bỏ qua; hãy ghi kết quả hoặc bỏ quyết định này.",
        "“{question}” is no step that can be left out; write its result, or take this act out.",
    ),
    "act-form": Sentence(
        "“{question}” cần được trả lời bằng {expected}, không phải {got}.",
        "“{question}” takes {expected}, not {got}.",
    ),
    "act-decided-by": Sentence(
        "“{question}” do “{expected}” quyết định, không phải “{got}”; hãy sửa decided_by.",
        "“{question}” is for “{expected}” to decide, not “{got}”; correct decided_by.",
    ),
    "act-among": Sentence(
        "“{question}” phải được bỏ phiếu trong các đơn vị: {expected}; ở đây lại là: {got}.",
        "“{question}” must be voted on among {expected}; here it was among {got}.",
    ),
    "act-among-missing": Sentence(
        "“{question}” phải ghi đã bỏ phiếu trong những đơn vị nào; hãy thêm among với: {expected}.",
        "“{question}” must say which units were voted on; add among with {expected}.",
    ),
    "act-too-few": Sentence(
        "“{question}”: chọn {got} đơn vị, cần ít nhất {least}; hãy bổ sung.",
        "“{question}” names {got} units, at least {least} are due; add what is missing.",
    ),
    "act-too-many": Sentence(
        "“{question}”: chọn {got} đơn vị, nhiều nhất {most}; hãy bỏ bớt.",
        "“{question}” names {got} units, at most {most} are due; take some out.",
    ),
    "act-too-many-within": Sentence(
        "“{question}”: chọn {got} đơn vị cùng thuộc “{parent}” ({units}), nhiều nhất {most}; hãy bỏ bớt.",
        "“{question}” names {got} units of “{parent}” ({units}), at most {most} are due; take some out.",
    ),
    "act-number-below": Sentence(
        "“{question}” ghi {got}, ít nhất phải là {least}; hãy kiểm tra biên bản.",
        "“{question}” says {got}, at least {least} is due; check the minutes.",
    ),
    "act-number-above": Sentence(
        "“{question}” ghi {got}, nhiều nhất chỉ có thể là {most}; hãy kiểm tra biên bản.",
        "“{question}” says {got}, at most {most} is possible; check the minutes.",
    ),
    "act-value": Sentence(
        "“{question}” ghi “{got}”, chỉ có thể là một trong: {expected}.",
        "“{question}” says “{got}”; it takes one of: {expected}.",
    ),
    "act-unit-not-open": Sentence(
        "{unit} không nằm trong các đơn vị được chọn của “{question}”: {options}.",
        "{unit} is not among those open to “{question}”: {options}.",
    ),
    "act-places": Sentence(
        "“{question}” ghi thứ {place} nhưng có {before} đơn vị đứng trước; hãy ghi thứ hạng kiểu 1, 2, 2, 4.",
        "“{question}” gives place {place} with {before} units before it; places go 1, 2, 2, 4.",
    ),
    "choice-out": Sentence(
        "{unit} không được xét ở “{question}” vì không đủ điều kiện theo {gate}; hãy chọn đơn vị khác.",
        "{unit} cannot be chosen in “{question}”: it is out by {gate}; choose another unit.",
    ),
    "choice-excluded": Sentence(
        "{unit} không được xét “{award}” ở “{question}” vì đã được đề nghị “{other}”; hãy chọn đơn vị khác.",
        "{unit} cannot have “{award}” in “{question}”: it is proposed for “{other}” already; choose another unit.",
    ),
    "choice-requires": Sentence(
        "{unit} không được xét “{award}” ở “{question}” vì chưa được đề nghị “{other}”; hãy chọn đơn vị khác.",
        "{unit} cannot have “{award}” in “{question}”: it is not proposed for “{other}”; choose another unit.",
    ),
    "choice-requires-before": Sentence(
        "{unit} không được xét “{award}” ở “{question}” vì năm trước không đạt “{other}”; hãy chọn đơn vị khác.",
        "{unit} cannot have “{award}” in “{question}”: it did not win “{other}” the season before; choose another.",
    ),
    "choice-without-ground": Sentence(
        "{unit} không được xét “{award}” ở “{question}” vì không có căn cứ nào để xét; hãy chọn đơn vị khác.",
        "{unit} cannot have “{award}” in “{question}”: it has none of its grounds; choose another.",
    ),
    "choice-parent-full": Sentence(
        "{unit} không được xét “{award}” ở “{question}” vì “{parent}” đã đủ {number} đơn vị; hãy chọn đơn vị khác.",
        "{unit} cannot have “{award}” in “{question}”: “{parent}” has its {number} already; choose another unit.",
    ),
    "choice-already": Sentence(
        "{unit} đã được chọn cho “{award}” ở bước trước của “{question}”; hãy bỏ đơn vị này.",
        "{unit} is chosen for “{award}” already, before “{question}”; take it out.",
    ),
    "choice-cancelled": Sentence(
        "{unit} không được chọn ở “{question}” vì “{other}” của đơn vị này đã bị hủy; hãy chọn đơn vị khác.",
        "{unit} cannot be chosen in “{question}”: its “{other}” was cancelled; choose another unit.",
    ),
    "choice-barred": Sentence(
        "{unit} không được giữ chức vụ này theo {bar} ({basis}); hãy chọn đơn vị khác.",
        "{unit} may not hold this office: {bar} ({basis}); choose another unit.",
    ),
    "choice-type": Sentence(
        "{unit} không thuộc loại đơn vị được giữ chức vụ này; hãy chọn trong: {units}.",
        "{unit} is not of the type that may hold this office; choose among: {units}.",
    ),
    "choice-declined": Sentence(
        "{unit} đã nhường lượt năm nay nên không giữ chức vụ này; hãy ghi đơn vị khác.",
        "{unit} declined its turn and does not hold this office; name another unit.",
    ),
    "choice-not-in-turn": Sentence(
        "Chưa đến lượt {unit} giữ chức vụ này; theo thứ tự luân phiên là {units}. Nếu bầu ngoài lượt, hãy ghi ở "
        '[turns] events với event = "elected".',
        "It is not the turn of {unit} to hold this office; by turn it is {units}. If it was elected out of turn, say "
        "so in "
        'the events of [turns] with event = "elected".',
    ),
    "choice-not-deputy": Sentence(
        "{unit} không phải cấp phó đương nhiệm nên không lên thay cấp trưởng; hãy chọn trong: {units}.",
        "{unit} is no outgoing deputy and does not move up to be head; choose among: {units}.",
    ),
    "choice-head": Sentence(
        "{unit} đã được chọn giữ một chức vụ khác; hãy chọn đơn vị khác.",
        "{unit} is chosen for another office already; choose another unit.",
    ),
    "votes-missing": Sentence(
        "“{question}” thiếu số phiếu của: {units}; hãy ghi đủ, kể cả 0.",
        "“{question}” gives no votes for {units}; write them, 0 included.",
    ),
    "act-ballots-without-votes": Sentence(
        "“{question}” có ballots hoặc names mà không có votes; hãy ghi votes hoặc bỏ các khóa đó.",
        "“{question}” has ballots or names without votes; give votes, or take those keys out.",
    ),
    "votes-below-zero": Sentence(
        "“{question}” có số phiếu nhỏ hơn 0; hãy kiểm tra biên bản.",
        "“{question}” has a number of votes or ballots below 0; check the minutes.",
    ),
    "votes-without-ballots": Sentence(
        "“{question}” chưa ghi số phiếu phát ra (ballots); hãy bổ sung.",
        "“{question}” does not say how many ballots were cast; add ballots.",
    ),
    "ballots-above-members": Sentence(
        "“{question}” có {ballots} phiếu nhưng chỉ có {members} đơn vị; hãy kiểm tra biên bản.",
        "“{question}” counts {ballots} ballots of {members} members; check the minutes.",
    ),
    "ballots-above-council": Sentence(
        "“{question}” có {ballots} phiếu nhưng Hội đồng chỉ có {members} thành viên; hãy kiểm tra biên bản.",
        "“{question}” counts {ballots} ballots of a council of {members}; check the minutes.",
    ),
    "ballots-above-voters": Sentence(
        "“{question}” có {ballots} phiếu nhưng nhiều nhất {voters} đơn vị được biểu quyết: có mặt, và vắng mặt theo "
        "[voting]; hãy kiểm tra biên bản.",
        "“{question}” counts {ballots} ballots, but at most {voters} units may vote: those present, and of the absent "
        "those that [voting] allows; check the minutes.",
    ),
    "votes-above-ballots": Sentence(
        "Ở “{question}”, {unit} được {votes} phiếu trong khi chỉ có {ballots} phiếu; hãy kiểm tra biên bản.",
        "In “{question}”, {unit} has {votes} votes of {ballots} ballots; check the minutes.",
    ),
    "votes-above-names": Sentence(
        "“{question}” cộng được {total} phiếu bầu, nhiều hơn {ballots} phiếu × {names} tên; hãy kiểm tra biên bản.",
        "“{question}” adds up to {total} votes, more than {ballots} ballots × {names} names; check the minutes.",
    ),
    "fact-twice": Sentence(
        "“{question}” đã được ghi trong chính tệp năm thi đua; hãy giữ lại một nơi.",
        "The season itself already says what “{question}” answers; keep one of them.",
    ),
    # The season against the records of former ones.
    "former-gainsaid": Sentence(
        "Ở đây ghi {said}, còn hồ sơ năm {season} ({record}…) ghi {read}; hãy bỏ điều ghi ở đây, hoặc nêu đúng hồ sơ.",
        "The season says {said} here, and the record of {season} ({record}…) says {read}; take out what stands here, or"
        " name the right record.",
    ),
    "former-of-authority": Sentence(
        "Hồ sơ năm {season} theo quy chế của cơ quan khác (“{other}”), không phải của năm này; hãy nêu đúng hồ sơ.",
        "The record of {season} is under rules of another authority (“{other}”); name the right record.",
    ),
}
