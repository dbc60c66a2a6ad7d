"""Reports: a decision, a unit's way through it or a ruleset, told to people. Nothing is computed again."""
