"""Plugins: a ministry's policy is found by the name that a ruleset gives it, admitted, asked alone, checked, recorded.

It runs in this process: what is kept apart here are mistakes, not malice.
"""

from emulrules.plugins.check import check
from emulrules.plugins.find import Found, policies
from emulrules.plugins.load import load_policy, policy_of

__all__ = ["Found", "check", "load_policy", "policies", "policy_of"]
