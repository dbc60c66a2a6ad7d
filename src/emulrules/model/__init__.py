"""Frozen values: the season, the ruleset, the answers of hooks, the decision. No input or output, no policy."""
