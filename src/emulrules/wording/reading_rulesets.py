"""What is said about ruleset files that people write: each alone, as a whole, and with what it extends."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # One ruleset file.
    "basis-empty": Sentence(
        "Chưa ghi căn cứ; hãy ghi mã nguồn và Điều, khoản.",
        "No basis is given; write the source's id and the article.",
    ),
    "basis-without-source": Sentence(
        "Căn cứ “{text}” chưa ghi mã nguồn; hãy ghi mã nguồn ở đầu, ví dụ “{write}”.",
        "The basis “{text}” names no source; write the id of one first, such as “{write}”.",
    ),
    "extends-itself": Sentence(
        "Quy chế không thể kế thừa chính nó; hãy ghi quy chế cấp trên hoặc bỏ extends.",
        "A ruleset cannot extend itself; name the one above it, or remove extends.",
    ),
    "seasons-in-first": Sentence(
        'Năm đầu ghi cả {first} đến {last}; hãy ghi first = "{first}", last = "{last}".',
        'The first season says {first} to {last}; write first = "{first}", last = "{last}".',
    ),
    "seasons-backwards": Sentence(
        "Năm cuối ({last}) đứng trước năm đầu ({first}); hãy sửa lại.",
        "The last season ({last}) comes before the first ({first}); correct them.",
    ),
    "key-needed": Sentence(
        "“{kind}” cần có “{key}”; hãy bổ sung.",
        "“{kind}” needs “{key}”; add it.",
    ),
    "key-useless": Sentence(
        "“{kind}” không dùng “{key}”; hãy bỏ khóa này.",
        "“{kind}” has no use for “{key}”; remove the key.",
    ),
    "exactly-one": Sentence(
        "Phải ghi đúng một trong: {keys}; hãy sửa lại.",
        "Exactly one of {keys} must be given; correct it.",
    ),
    "share-out-of-range": Sentence(
        '“{key}” là {got}, không phải một tỷ lệ từ 0% đến 100% có thể đạt được; hãy ghi ví dụ "{write}".',
        '“{key}” is {got}, and no share between 0% and 100% that can be reached; write for instance "{write}".',
    ),
    "share-of-itself": Sentence(
        "Tỷ lệ của “{of}” trong chính nó luôn bằng 1; hãy sửa share.",
        "The share of “{of}” in itself is always 1; correct share.",
    ),
    "max-not-positive": Sentence(
        "Điểm tối đa là {got}; hãy ghi số lớn hơn 0.",
        "The maximum is {got}; write a number greater than 0.",
    ),
    "step-not-positive": Sentence(
        "Mức điểm nhỏ nhất (step) là {got}; hãy ghi số lớn hơn 0.",
        "The smallest unit of points (step) is {got}; write a number greater than 0.",
    ),
    "above-max": Sentence(
        "Mức này cho {got} điểm, vượt điểm tối đa {max}; hãy sửa lại.",
        "This band gives {got} points, above the maximum {max}; correct it.",
    ),
    "each-negative-due": Sentence(
        "Điểm trừ phải có each nhỏ hơn 0; hãy thêm dấu trừ.",
        "In a deduction, each must be below 0; add the minus sign.",
    ),
    "each-positive-due": Sentence(
        "Điểm cho mỗi lần (each) phải lớn hơn 0; hãy sửa lại.",
        "The points of each must be above 0; correct it.",
    ),
    "each-minus-negative-due": Sentence(
        "Điểm bị trừ mỗi lần (each_minus) phải nhỏ hơn 0, không thể là {got}; hãy thêm dấu trừ.",
        "The points of each that loses (each_minus) must be below 0, not {got}; add the minus sign.",
    ),
    "held-negative-due": Sentence(
        "Điểm trừ cho một hình thức khen thưởng phải nhỏ hơn 0; hãy thêm dấu trừ.",
        "In a deduction, the points of an award must be below 0; add the minus sign.",
    ),
    "held-positive-due": Sentence(
        "Điểm cho một hình thức khen thưởng phải lớn hơn 0; hãy sửa lại.",
        "The points of an award must be above 0; correct it.",
    ),
    "held-above-max": Sentence(
        "Hình thức khen thưởng này được {got} điểm, vượt điểm tối đa {max}; hãy sửa lại.",
        "This award gives {got} points, above the maximum {max}; correct it.",
    ),
    "min-not-below-max": Sentence(
        "Điểm thấp nhất min = {min} phải nhỏ hơn điểm tối đa max = {max}; hãy sửa lại.",
        "min = {min} must be below max = {max}; correct them.",
    ),
    "at-plan-not-below-max": Sentence(
        "Điểm khi vừa đạt kế hoạch at_plan = {at_plan} phải nhỏ hơn điểm tối đa max = {max}, vì điểm tối đa dành cho "
        "đơn vị dẫn đầu; hãy sửa lại.",
        "at_plan = {at_plan} must be below max = {max}, which is what the leader gets; correct them.",
    ),
    "method-adds": Sentence(
        "Điểm trừ không thể tính theo “{method}”, vì cách này có thể cho điểm lớn hơn 0; hãy đổi method hoặc kind.",
        "A deduction cannot be scored by “{method}”, which may give points above 0; change method or kind.",
    ),
    "own-group-alone": Sentence(
        'no_target = "own-group" chỉ dùng với method = "relative", vì các đơn vị không có kế hoạch được so với nhau; '
        'hãy ghi "not-applicable".',
        'no_target = "own-group" compares units without a plan, which only method = "relative" does; write '
        '"not-applicable".',
    ),
    "places-out-of-range": Sentence(
        "Làm tròn đến {got} chữ số thập phân; hãy ghi từ 0 đến {most}.",
        "Rounding is to {got} decimal places; write 0 to {most}.",
    ),
    "bound-not-round": Sentence(
        "{key} = {got} không tròn đến {places} chữ số thập phân, nên làm tròn có thể vượt giới hạn này; hãy sửa {key} "
        "hoặc cách làm tròn.",
        "{key} = {got} is not round to {places} decimal places, so that rounding could pass it; correct {key} or the "
        "rounding.",
    ),
    "band-adds": Sentence(
        "Mức này cộng {got} điểm trong khi là điểm trừ; hãy ghi số không lớn hơn 0.",
        "This band adds {got} points in a deduction; write a number that is not above 0.",
    ),
    "band-takes": Sentence(
        "Mức này cho {got} điểm, nhỏ hơn 0; hãy ghi số từ 0 trở lên.",
        "This band gives {got} points, below 0; write a number from 0.",
    ),
    "bands-without-floor": Sentence(
        "Mức cuối phải là mức sàn, không có ngưỡng; hãy thêm một mức chỉ ghi points.",
        "The last band must be the floor, without a threshold; add a band with points alone.",
    ),
    "bands-not-descending": Sentence(
        "Các mức phải xếp từ ngưỡng cao xuống thấp; hãy sắp xếp lại.",
        "Bands go from the highest threshold down; put them in order.",
    ),
    "figures-backwards": Sentence(
        "Mức thấp nhất least = {least} phải nhỏ hơn mức cao nhất most = {most}; hãy sửa lại.",
        "least = {least} must be below most = {most}; correct them.",
    ),
    "threshold-outside": Sentence(
        "Ngưỡng {key} = {got} nằm ngoài giới hạn {bound} của số liệu; hãy sửa ngưỡng hoặc giới hạn.",
        "The threshold {key} = {got} lies outside the bound {bound} of the figures; correct one of them.",
    ),
    "quota-row": Sentence(
        "Dòng này ghi từ {first} đến {last} đơn vị; hãy ghi số nhỏ trước, số lớn sau.",
        "This row goes from {first} to {last} units; write the smaller number first.",
    ),
    "quota-gap": Sentence(
        "Bảng số lượng bị hở: dòng này bắt đầu từ {first}, phải từ {due}; hãy bổ sung.",
        "The table of quotas has a gap: this row begins at {first}, not at {due}; fill it.",
    ),
    "quota-overlap": Sentence(
        "Bảng số lượng bị chồng: dòng này bắt đầu từ {first}, phải từ {due}; hãy sửa lại.",
        "Rows of the table of quotas overlap: this one begins at {first}, not at {due}; correct it.",
    ),
    "quota-least-above-most": Sentence(
        "Số lượng ít nhất {least} lớn hơn nhiều nhất {most}; hãy sửa lại.",
        "The least, {least}, is above the most, {most}; correct one of them.",
    ),
    "rounding-of-bound": Sentence(
        "“{key}” là mức chính xác nên không làm tròn; hãy bỏ rounding, hoặc dùng share nếu quy định có làm tròn.",
        "“{key}” is an exact bound and is not rounded; remove rounding, or write share where the rule does round.",
    ),
    "per-parent-boundary": Sentence(
        "“{award}” giới hạn theo đơn vị cấp trên (at_most) nên bằng nhau ở suất cuối phải được phân định; hãy bỏ "
        'boundary = "{boundary}".',
        "“{award}” has a limit per parent (at_most), so that a tie at the last slot is cut; remove boundary = "
        '"{boundary}".',
    ),
    "ground-years": Sentence(
        "Căn cứ xét tính 1 năm hoặc {most} năm liền, không phải {got}; hãy sửa years.",
        "A ground is of 1 year or of {most} in a row, not of {got}; correct years.",
    ),
    "before-reserved": Sentence(
        "Mã “{name}” được dành cho câu hỏi khác về năm trước; hãy đặt mã khác cho hình thức khen thưởng.",
        "The id “{name}” is kept for another question about the season before; choose another id for the award.",
    ),
    "within-of-member": Sentence(
        "{unit} không gia nhập trong năm này nên within phải ghi trong quy chế; hãy bỏ khóa này.",
        "{unit} does not join this season, so that within belongs into the ruleset; remove the key.",
    ),
    "over-quota-without-ballot": Sentence(
        "“{award}” có over_quota nhưng không có bước bỏ phiếu; hãy bỏ over_quota hoặc thêm bước bỏ phiếu.",
        "“{award}” has over_quota and no ballot; remove over_quota, or add a ballot.",
    ),
    "over-quota-twice": Sentence(
        "“{by}” đã có ở bước trước nên lần thứ hai không phân định thêm được gì; hãy bỏ một bước.",
        "“{by}” is a step already, and a second one parts nothing more; remove one of them.",
    ),
    "ballot-of-no-body": Sentence(
        '“{asks}” không phải một tập thể bỏ phiếu; hãy ghi một trong: {known}, hoặc dùng by = "decision".',
        '“{asks}” is no body that votes; write one of {known}, or by = "decision".',
    ),
    "base-without-threshold": Sentence(
        'Có base = "{base}" nhưng không có ngưỡng để tính; hãy thêm at_least hoặc more_than, hoặc bỏ base.',
        'There is base = "{base}", but no threshold; add at_least or more_than, or remove base.',
    ),
    "base-of-council": Sentence(
        "Ngưỡng theo “{base}” tính trên hội nghị của cụm, khối, không tính được cho phiếu của Hội đồng; hãy dùng "
        "members, units hoặc ballots.",
        "The base “{base}” counts the cluster's meeting, which says nothing of a ballot of the council; use members, "
        "units or ballots.",
    ),
    "base-not-written": Sentence(
        "“{base}” tính cả đơn vị vắng mặt được lấy ý kiến bằng văn bản, nhưng [voting] không cho họ biểu quyết như "
        "vậy; hãy sửa một trong hai.",
        "“{base}” counts the absent who were heard in writing, but [voting] does not let them vote so; correct one of "
        "the two.",
    ),
    "taking-part-without-voting": Sentence(
        "“{id}” tính cả đơn vị vắng mặt nhưng quy chế không nói họ biểu quyết thế nào; hãy thêm [voting].",
        "“{id}” counts absent members, but the ruleset does not say how they vote; add [voting].",
    ),
    "ballot-without-threshold": Sentence(
        "Bước bỏ phiếu “{id}” chưa có ngưỡng và cũng không có over_quota; hãy thêm at_least hoặc more_than.",
        "The ballot “{id}” has no threshold, and the award no over_quota; add at_least or more_than.",
    ),
    "award-both": Sentence(
        "“{name}” vừa là điều kiện (requires) vừa bị loại trừ (excludes); hãy bỏ một trong hai.",
        "“{name}” is both required and excluded; remove one of the two.",
    ),
    "unit-without-type": Sentence(
        "Đơn vị “{unit}” chưa ghi loại (type), mà [headship] phân chức vụ theo loại; hãy bổ sung.",
        "Unit “{unit}” has no type, and [headship] gives offices to units of one type; add it.",
    ),
    "type-of-nobody": Sentence(
        "Không đơn vị nào của “{cluster}” thuộc loại “{type}” mà [headship] đòi hỏi; hãy sửa type.",
        "No unit of “{cluster}” is of the type “{type}” that [headship] asks for; correct the type.",
    ),
    "too-many-deputies": Sentence(
        "Có {got} ghế cấp phó, nhiều nhất là 2; hãy bỏ bớt.",
        "There are {got} deputies' seats, and at most 2 are possible; remove some.",
    ),
    "undefined-what": Sentence(
        "“{name}” không nằm trong những điều có thể khai báo là chưa quy định; hãy ghi một trong: {known}.",
        "“{name}” is not among what can be declared undefined; write one of {known}.",
    ),
    "undefined-what-near": Sentence(
        "“{name}” không nằm trong những điều có thể khai báo là chưa quy định; có phải “{near}” không? "
        "(được dùng: {known})",
        "“{name}” cannot be declared undefined; did you mean “{near}”? (possible: {known})",
    ),
    # A ruleset as a whole.
    "criterion-not-listed": Sentence(
        "Quy chế không có tiêu chí “{name}”; hãy khai báo tiêu chí đó hoặc sửa tên.",
        "The ruleset has no criterion “{name}”; declare it, or correct the name.",
    ),
    "criterion-not-listed-near": Sentence(
        "Quy chế không có tiêu chí “{name}”; có phải “{near}” không?",
        "The ruleset has no criterion “{name}”; did you mean “{near}”?",
    ),
    "criterion-cycle": Sentence(
        "Tiêu chí “{id}” là cấp trên của chính nó; hãy sửa parent.",
        "Criterion “{id}” stands above itself; correct parent.",
    ),
    "leaf-with-children": Sentence(
        "Tiêu chí “{id}” có tiêu chí con “{child}” nên không có method; hãy bỏ method.",
        "Criterion “{id}” has “{child}” below it and so takes no method; remove method.",
    ),
    "leaf-without-method": Sentence(
        "Tiêu chí “{id}” chưa có cách tính điểm; hãy thêm method.",
        "Criterion “{id}” does not say how it is scored; add method.",
    ),
    "children-without-max": Sentence(
        "Một tiêu chí con của “{id}” không có điểm tối đa nên không cộng được; hãy thêm max hoặc ghi cap = true.",
        "A criterion below “{id}” has no maximum, so that they do not add up; add max, or write cap = true.",
    ),
    "children-sum": Sentence(
        "Điểm tối đa của “{id}” là {max}, nhưng các tiêu chí con cộng lại được {sum}; hãy sửa max hoặc ghi cap = true.",
        "The maximum of “{id}” is {max}, and those below it add up to {sum}; correct max, or write cap = true.",
    ),
    "scale-sum": Sentence(
        "Thang điểm là {points}, nhưng các tiêu chí cộng lại được {sum}; hãy sửa [scale] hoặc các tiêu chí.",
        "The scale has {points} points, and the criteria add up to {sum}; correct [scale] or the criteria.",
    ),
    "tie-criterion-twice": Sentence(
        "Tiêu chí “{criterion}” đã được xét ở bước “{other}”; hãy bỏ một bước.",
        "Criterion “{criterion}” is already compared in the step “{other}”; remove one step.",
    ),
    "tie-share-before": Sentence(
        "Bước “{id}” so từng cặp, tùy thuộc những đơn vị nào còn bằng nhau, nhưng đứng sau bước “{share}” so một tỷ lệ "
        "có thể bổ sung sau; hãy xếp “{id}” trước “{share}”.",
        "The step “{id}” compares head to head, which turns on who is tied, but stands after “{share}”, which compares "
        "a share whose figures may come later; put “{id}” before “{share}”.",
    ),
    "step-reserved": Sentence(
        "Mã bước “{id}” được dành cho điều quy chế không quy định; hãy đặt mã khác.",
        "The step id “{id}” is kept for what the ruleset does not define; choose another.",
    ),
    "kind-of-parent": Sentence(
        'Tiêu chí “{id}” phải cùng loại với tiêu chí cha “{parent}”; hãy ghi kind = "{kind}".',
        'Criterion “{id}” must be of the kind of its parent “{parent}”; write kind = "{kind}".',
    ),
    "step-twice": Sentence(
        "Mã bước “{id}” đã dùng ở {other}; hãy đặt mã khác.",
        "The step id “{id}” is already used in {other}; choose another.",
    ),
    "award-not-listed": Sentence(
        "Quy chế không có hình thức khen thưởng “{name}”; hãy khai báo hoặc sửa tên.",
        "The ruleset has no award “{name}”; declare it, or correct the name.",
    ),
    "award-not-listed-near": Sentence(
        "Quy chế không có hình thức khen thưởng “{name}”; có phải “{near}” không?",
        "The ruleset has no award “{name}”; did you mean “{near}”?",
    ),
    "award-cycle": Sentence(
        "Các hình thức khen thưởng phụ thuộc vòng quanh nhau: {awards}; hãy ghi mỗi loại trừ một lần, "
        "ở hình thức xét sau.",
        "These awards wait for one another: {awards}; write an exclusion once, on the later award.",
    ),
    "award-without-choose": Sentence(
        "“{award}” chưa nói cách chọn; hãy thêm choose, hoặc khai báo trong [[undefined]].",
        "“{award}” does not say how units are chosen; add choose, or declare it in [[undefined]].",
    ),
    "award-without-quota": Sentence(
        "“{award}” chưa có số lượng; hãy thêm quota, hoặc khai báo trong [[undefined]].",
        "“{award}” has no quota; add one, or declare it in [[undefined]].",
    ),
    "choose-place-unnamed": Sentence(
        "Thứ {place} không được nêu trong [order] name_places ({named}); hãy bổ sung vào đó.",
        "Place {place} is not named in [order] name_places ({named}); add it there.",
    ),
    "undefined-twice": Sentence(
        "“{what}” đã được khai báo chưa quy định ở “{other}”; hãy bỏ một lần.",
        "“{what}” is already declared undefined in “{other}”; remove one.",
    ),
    "unit-without-entry": Sentence(
        "Đơn vị “{name}” chưa có bảng [units.{name}]; hãy bổ sung tên đơn vị.",
        "Unit “{name}” has no table [units.{name}]; add it with the unit's name.",
    ),
    "unit-without-entry-near": Sentence(
        "Đơn vị “{name}” chưa có trong [units]; có phải “{near}” không?",
        "Unit “{name}” is not in [units]; did you mean “{near}”?",
    ),
    "name-of-two": Sentence(
        "“{name}” là tên của cả “{unit}” và “{owner}”; hãy đặt tên để phân biệt được.",
        "“{name}” is a name of both “{unit}” and “{owner}”; tell them apart.",
    ),
    "names-alike": Sentence(
        "“{name}” của “{unit}” và “{other}” của “{owner}” chỉ khác chữ hoa, dấu cách hoặc vị trí dấu thanh; "
        "hãy đặt tên rõ hơn.",
        "“{name}” of “{unit}” and “{other}” of “{owner}” differ in case, spaces or tone marks alone; tell them apart.",
    ),
    # What a ruleset extends.
    "unknown-base": Sentence(
        "Không tìm thấy quy chế “{name}” áp dụng từ {day} để kế thừa; hãy ghi một bản hiện có: {known}.",
        "There is no ruleset “{name}” in force from {day} to extend; name one of those that there are: {known}.",
    ),
    "unknown-base-near": Sentence(
        "Không tìm thấy quy chế “{name}” để kế thừa; có phải “{near}” không? (hiện có: {known})",
        "There is no ruleset “{name}” to extend; did you mean “{near}”? (there are {known})",
    ),
    "extends-cycle": Sentence(
        "Các quy chế kế thừa vòng quanh nhau qua “{id}”; hãy bỏ một extends.",
        "The rulesets extend one another in a circle through “{id}”; remove one extends.",
    ),
    "extends-too-deep": Sentence(
        "Quy chế kế thừa quá {most} cấp; hãy gộp bớt.",
        "Rulesets extend one another more than {most} deep; put some together.",
    ),
    "final-replaced": Sentence(
        "“{id}” của quy chế “{base}” là quy định bắt buộc (final), không được thay; hãy bỏ mục này.",
        "“{id}” of ruleset “{base}” is final and cannot be replaced; remove this entry.",
    ),
    "final-missing": Sentence(
        'Thiếu bước bắt buộc “{id}” của quy chế “{base}”; hãy thêm {{ id = "{id}", inherit = true }} vào [[ties]].',
        'The final step “{id}” of ruleset “{base}” is missing; add {{ id = "{id}", inherit = true }} to [[ties]].',
    ),
    "inherit-nothing": Sentence(
        "Bước “{id}” ghi inherit nhưng quy chế này không kế thừa quy chế nào; hãy thêm extends hoặc viết đủ bước.",
        "The step “{id}” says inherit, and this ruleset extends none; add extends, or write the step in full.",
    ),
    "unknown-tie-step": Sentence(
        "Quy chế cấp trên không có bước “{name}”; hãy viết đủ bước này thay cho inherit.",
        "The ruleset above has no step “{name}”; write the step in full in place of inherit.",
    ),
    "unknown-tie-step-near": Sentence(
        "Quy chế cấp trên không có bước “{name}”; có phải “{near}” không?",
        "The ruleset above has no step “{name}”; did you mean “{near}”?",
    ),
    # Which ruleset.
    "unknown-ruleset": Sentence(
        "Không tìm thấy quy chế “{name}”; hiện có: {known}.",
        "There is no ruleset “{name}”; there are {known}.",
    ),
    "unknown-ruleset-near": Sentence(
        "Không tìm thấy quy chế “{name}”; có phải “{near}” không? (hiện có: {known})",
        "There is no ruleset “{name}”; did you mean “{near}”? (there are {known})",
    ),
    "unknown-version": Sentence(
        "Quy chế “{id}” không có bản áp dụng từ {day}; hiện có các bản: {known}.",
        "Ruleset “{id}” has no version in force from {day}; there are {known}.",
    ),
    "no-version-for-season": Sentence(
        "Không có bản nào của quy chế “{id}” áp dụng cho năm {season}; hiện có: {spans}.",
        "No version of ruleset “{id}” covers the season {season}; there are {spans}.",
    ),
    "seasons-overlap": Sentence(
        "Tệp {other} ({span}) không có năm cuối mà bản này lại tiếp theo; hãy ghi last ở seasons của tệp đó.",
        "{other} ({span}) has no last season although this version follows it; write last in its seasons.",
    ),
    "two-laws": Sentence(
        "Năm {season} có nhiều bản của quy chế “{id}” cùng áp dụng (hiệu lực từ {days}); hãy ghi in_force là ngày của"
        " bản được áp dụng.",
        "Several versions of ruleset “{id}” cover the season {season} (in force from {days}); write the day of the one"
        " that governs it as in_force.",
    ),
    "two-claimants": Sentence(
        "Tệp này và tệp {other} đều là quy chế “{id}” áp dụng từ {day} nhưng nội dung khác nhau; hãy bỏ một tệp.",
        "This file and {other} are both ruleset “{id}” of {day}, and differ; remove one.",
    ),
    "ruleset-misfiled": Sentence(
        "Tệp ghi id “{id}” và in_force {day}, không khớp với tên thư mục và tên tệp; hãy đặt lại là {id}/{day}.toml.",
        "The file says id “{id}” and in_force {day}, and its folder and name say otherwise; name it {id}/{day}.toml.",
    ),
    "ruleset-file-name": Sentence(
        "Tên tệp “{name}” phải là ngày bắt đầu áp dụng, ví dụ 2021-01-15.toml; hãy đổi tên tệp.",
        "The name “{name}” must be the first day in force, such as 2021-01-15.toml; rename the file.",
    ),
    "rulesets-not-found": Sentence(
        "Gói quy chế “{package}” đã cài đặt nhưng không tìm thấy dữ liệu; hãy cài đặt lại.",
        "The installed rulesets “{package}” cannot be found; install them again.",
    ),
}
