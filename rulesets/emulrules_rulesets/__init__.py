"""Dated rulesets, their published cases and each case's decision: data that `emulrules` reads."""
