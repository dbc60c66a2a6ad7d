"""A ruleset as one HTML file: the same clauses as the text has, each beside its basis and trust, fit for paper.

It needs nothing but itself: no script, no address that a browser would fetch. What comes from files is escaped.
"""

from collections.abc import Iterator
from html import escape
from typing import Final

from emulrules.model.ruleset import Ruleset
from emulrules.report.clauses.clause import Clause, Section, rested
from emulrules.report.clauses.whole import names_of, sections
from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.wording import say

__all__ = ["ruleset_html"]

# 30/2020/NĐ-CP, Appendix I: A4, margins of 20 to 25 mm above and below, 30 to 35 left and 15 to 20 right, black Times.
_STYLE: Final = """\
@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
body { font: 13pt/1.4 "Times New Roman", Times, serif; color: #000; background: #fff; }
body { max-width: 60em; margin: 1em auto; padding: 0 1em; }
h1 { font-size: 16pt; text-align: center; }
h2 { font-size: 14pt; margin: 1.2em 0 0.3em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #000; padding: 0.2em 0.4em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: bold; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
td.basis { width: 27%; }
td.trust { width: 13%; }
.depth1 { padding-left: 1.6em; }
.depth2 { padding-left: 2.8em; }
.depth3 { padding-left: 4em; }
tr.doubt td.trust { font-style: italic; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""

_DEEPEST: Final = 3


def ruleset_html(rules: Ruleset, language: str = "vi") -> str:
    """The merged ruleset `rules` in `language` as a whole HTML document, ending in a newline."""
    names = names_of(rules, language)
    return "\n".join(_document(rules, names)) + "\n"


def _document(rules: Ruleset, names: Names) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{names.language}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{_text(rules.title)} ({names.day(rules.in_force)})</title>"
    yield f"<style>\n{_STYLE}</style>"
    yield "</head>"
    yield "<body>"
    anchors: set[str] = set()
    for section in sections(rules, names):
        yield from _section(section, names, anchors) if section.title else _head(section)
    yield "</body>"
    yield "</html>"


def _head(section: Section) -> Iterator[str]:
    title, *rest = section.clauses
    yield f"<h1>{_text(title.text)}</h1>"
    for clause in rest:
        yield f"<p>{_text(clause.text)}</p>"


def _section(section: Section, names: Names, anchors: set[str]) -> Iterator[str]:
    columns = [say(f"rules-column-{column}", names.language) for column in ("rule", "basis", "trust")]
    yield f"<h2>{_text(section.title)}</h2>"
    yield "<table>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{_text(column)}</th>' for column in columns) + "</tr></thead>"
    yield "<tbody>"
    by_path = {clause.path: clause for clause in section.clauses if clause.path is not None}
    for clause in section.clauses:
        yield _row(rested(clause, by_path), names, anchors)
    yield "</tbody>"
    yield "</table>"


def _row(clause: Clause, names: Names, anchors: set[str]) -> str:
    """A clause in a row; what stands in several tables is an anchor in the first of them."""
    anchor = ""
    if clause.path is not None and clause.path not in anchors:
        anchors.add(clause.path)
        anchor = f' id="{_text(clause.path)}"'
    doubt = "" if clause.trust in (None, "read") else ' class="doubt"'
    trust = "" if clause.trust is None else names.say(f"trust-{clause.trust}")
    depth = min(clause.depth, _DEEPEST)
    cells = (
        f'<td class="depth{depth}">{_text(clause.text)}</td>',
        f'<td class="basis">{"<br>".join(map(_text, clause.basis))}</td>',
        f'<td class="trust">{_text(trust)}</td>',
    )
    return f"<tr{anchor}{doubt}>{''.join(cells)}</tr>"


def _text(text: str) -> str:
    """Text that stays text, whatever it holds."""
    return escape(plain(text))
