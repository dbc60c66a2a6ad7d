"""For whoever writes a ruleset or a plugin: invented seasons to try it on, and the laws that it must keep.

`check_laws(ruleset)` in a test of one's own tries every law on random seasons of the ruleset, with the policy that it
names; `try_law` tries one, and gives the smallest season found that breaks it. `strategies` holds what random examples
are made of, `laws` each law as a function. Needs Hypothesis.
"""

from emulrules.testing.check import Tried, check_law, check_laws
from emulrules.testing.trial import Broken, Trial, try_law

__all__ = ["Broken", "Trial", "Tried", "check_law", "check_laws", "try_law"]
