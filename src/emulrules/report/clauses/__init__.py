"""A ruleset in words, rule by rule: one module a part of it. What is printed or compared is made of these."""
