"""The command line: one module a verb. What is heavy is imported inside them, so that help stays quick."""

from emulrules.cli import decide, explain, new, policies, replay, rulesets
from emulrules.cli.program import Program, version_option

__all__ = ["main"]

main = Program(
    name="emulrules",
    help="Quyết định, giải thích và kiểm lại kết quả năm của cụm, khối thi đua.\n\n"
    "Decides, explains and replays how an emulation cluster ends its year.",
    params=[version_option()],
)
"""The whole program; calling it runs it and exits."""

for _verb in (decide.decide, explain.explain, replay.replay, policies.policies, rulesets.rulesets, new.new):
    main.add_command(_verb)
