"""Invented plugins as the text of a module, so that tests install them as a ministry does."""

from typing import Final

__all__ = ["CHOSEN", "GOOD", "POINTS", "code"]

CODE: Final = """
import decimal, itertools, locale, os, random, sys, time, uuid
from fractions import Fraction
from emulrules import DEFER, GateFacts, Hooks, Points, Quota, Rule, TieKey, TieKeys, Weights, hookimpl
from emulrules.standard import Standard

BASIS = ("Quy chế giả định",)
counted = itertools.count(1)

class Text(str): pass

class Unsayable(Exception):
    def __str__(self): raise SystemExit(1)

def quota(number, award):
    return Quota(number, Rule(f"awards.{award.id}.quota", BASIS, "read"))

def points(**values):
    given = {unit.replace("_", "-"): value for unit, value in values.items()}
    return Points(given, Rule("criteria.phong-trao", BASIS, "read"))

def unsaid(): raise Unsayable

class Policy(Hooks):
    name = "gia-dinh"
    authority = "Cơ quan giả định"

    # HOOK
"""

HOOK: Final = {
    "award_quota": "    @hookimpl\n    def award_quota(self, ruleset, season, award, gates):\n        ",
    "criterion_points": "    @hookimpl\n    def criterion_points(self, ruleset, season, criterion, gates):\n        ",
    "criterion_weights": "    @hookimpl\n    def criterion_weights(self, ruleset, season):\n        ",
    "unit_gates": "    @hookimpl\n    def unit_gates(self, ruleset, season):\n        ",
}
GOOD: Final = {
    "award_quota": "return quota(1, award)",
    "criterion_points": "return points(don_vi_a=Fraction(30), don_vi_b=Fraction(20))",
}
CHOSEN: Final = ('policy = "standard"', 'policy = "gia-dinh"')
POINTS: Final = ('method = "entered"\nmax = 40', 'method = "policy"\nmax = 40')


def code(**bodies: str) -> str:
    """A plugin whose hooks have these bodies; the points that the ruleset leaves to it are given in any case."""
    hooks = "\n".join(HOOK[name] + body for name, body in {**GOOD, **bodies}.items())
    return CODE.replace("    # HOOK", hooks)
