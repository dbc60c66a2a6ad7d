"""The page on checking lists every code, with the sentences that are said."""

from finding_rows import PAGE, tables, without_tables


def test_the_page_tells_every_finding_in_its_own_sentences() -> None:
    """Where it does not, `python tests/finding_rows.py` writes the tables anew."""
    page = PAGE.read_text(encoding="utf-8")
    assert without_tables(page) + tables() == page
