"""The policy of a province's culture and social bloc."""
