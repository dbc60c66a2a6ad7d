"""What can be known of a ruleset without a season: a module a part of it, each of which yields its findings."""
