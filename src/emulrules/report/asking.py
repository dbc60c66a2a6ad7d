"""An open question in words, and the `[[acts]]` block that answers it once it is filled in.

A block that is pasted back as it stands is refused: each place to fill holds `"…"`, which is no unit, number or source,
so that nothing is ever answered by leaving it alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from emulrules.model.decision import Question
from emulrules.questions import is_aftermath
from emulrules.report.layout import lines
from emulrules.report.names import Names
from emulrules.report.quoting import plain, toml, toml_key

__all__ = ["BLANK", "act_block", "ask", "asked_lines", "hint", "limits"]

BLANK: Final = "…"


def ask(question: Question, names: Names) -> str:
    """Who is asked, and what, in one sentence."""
    what = names.question(question.id)
    if question.of is None:
        code = "ask-figures" if question.id.partition(":")[0] in ("fact", "before") else "ask-nobody"
        return names.say(code, what=what)
    return names.say("ask-someone", who=names.asked(question.of), what=what)


def _set_voted(question: Question) -> bool:
    """Whether the answer must name the set that was voted on: in place ties, ballots, lots and over-quota (design 6.6).

    A line in an award's tie, which takes exactly what is left, may be settled by lot; to name the set is never wrong.
    """
    at_line = question.least > 0 or "over-quota" in question.id.split(":")
    return question.asks == "votes" or (question.id.startswith(("place:", "award:")) and at_line)


def act_block(question: Question, names: Names) -> list[str]:
    """The lines of an act of the right form for `question`, to be filled in and pasted into the season."""
    options = names.sort(question.options)
    return [
        "[[acts]]",
        *_rows(_pairs(question, options)),
        *_comments(question, names),
        *_table(question, options, names),
    ]


def _rows(pairs: Mapping[str, str]) -> list[str]:
    width = max(map(len, pairs))
    return [f"{key.ljust(width)} = {value}" for key, value in pairs.items()]


def _pairs(question: Question, options: Sequence[str]) -> dict[str, str]:
    pairs = {"question": toml(question.id)}
    if question.asks == "choice":
        pairs["choice"] = f"[{toml(BLANK)}]"
    if question.asks == "number":
        pairs["number"] = toml(BLANK)
    if question.asks == "votes":
        pairs["ballots"] = toml(BLANK)
    if _set_voted(question):
        pairs["among"] = f"[{', '.join(map(toml, options))}]"
    if question.of is not None:
        pairs["decided_by"] = toml(question.of)
    return pairs | {"source": toml(BLANK), "trust": toml("read")}


def _comments(question: Question, names: Names) -> Iterator[str]:
    """What `trust` says, and what may be added: the day, and how many names a ballot could hold."""
    yield f"# trust: {names.say('form-trust')}"
    yield f"# on = {BLANK}  # {names.say('form-day')}"
    if question.asks == "votes":
        yield f"# names = {BLANK}  # {names.say('form-names')}"
    for within in question.within:
        units = ", ".join(map(plain, names.sort(within.units)))
        yield f"# {names.say('ask-within', n=within.most, parent=plain(within.parent), units=units)}"


def _table(question: Question, options: Sequence[str], names: Names) -> Iterator[str]:
    """A row a unit, for votes and places."""
    if question.asks not in ("votes", "places"):
        return
    yield f"[acts.{question.asks}]"
    keys = {unit: toml_key(unit) for unit in options}
    width = max(map(len, keys.values()), default=0)
    for unit, key in keys.items():
        yield f"{key.ljust(width)} = {toml(BLANK)}  # {names.unit(unit)}"


def _options(question: Question, names: Names) -> str:
    named = "; ".join(f"{names.unit(unit)} ({plain(unit)})" for unit in names.sort(question.options))
    return names.say("ask-options", options=named)


def limits(question: Question, names: Names) -> Iterator[str]:
    """How many units of one parent may be chosen together."""
    for within in question.within:
        units = "; ".join(f"{names.unit(unit)} ({plain(unit)})" for unit in names.sort(within.units))
        yield names.say("ask-within", n=within.most, parent=plain(within.parent), units=units)


def _may_be_left(question: Question) -> bool:
    """Whether an act may say that the step was not taken: only where rules lead on to another step."""
    if question.id.endswith(":undefined") or (":over-quota" in question.id and question.of is None):
        return False
    if is_aftermath(question.id):
        return False
    return question.id.startswith(("award:", "place:"))


def hint(questions: Sequence[Question], names: Names) -> str:
    """What to do with the blocks."""
    numbers = [str(number) for number, question in enumerate(questions, 1) if _may_be_left(question)]
    held = [names.say("form-hint-held", numbers=", ".join(numbers))] if numbers else []
    return " ".join([names.say("form-hint"), *held])


def asked_lines(questions: Sequence[Question], names: Names) -> Iterator[str]:
    """Every open question with its options and its block; options that were already listed are referred to."""
    listed: dict[frozenset[str], int] = {}
    for number, question in enumerate(questions, 1):
        yield from lines(f"{number}. {ask(question, names)} {names.count(question)}", 2, 3)
        options = frozenset(question.options)
        if options in listed:
            yield from lines(names.say("ask-options-as", n=listed[options]), 5)
        elif options and question.asks == "choice":
            listed[options] = number
            yield from lines(_options(question, names), 5, 2)
        yield from (line for said in limits(question, names) for line in lines(said, 5, 2))
        if question.after:
            yield from lines(names.say("ask-after", questions=names.questions(question.after)), 5, 2)
        if question.basis:
            yield from lines(names.say("ask-basis", basis="; ".join(map(plain, question.basis))), 5, 2)
        yield ""
        yield from (f"     {line}" for line in act_block(question, names))
        yield ""
