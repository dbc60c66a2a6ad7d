"""What can be known of a ruleset without a season: one module a part of the ruleset, each of which yields its findings."""
