"""The command line: one module a verb, imported when it is named. What is heavy is imported inside them."""

from emulrules.cli.program import Program, version_option

__all__ = ["main"]

main = Program(
    (
        *("bundle", "check", "decide", "diff", "explain", "explain-code", "ledger", "new"),
        *("policies", "replay", "review", "rulesets", "schema"),
    ),
    name="emulrules",
    help="Quyết định, giải thích và kiểm lại kết quả năm của cụm, khối thi đua.\n\n"
    "Decides, explains and replays how an emulation cluster ends its year.",
    params=[version_option()],
)
"""The whole program; calling it runs it and exits."""
