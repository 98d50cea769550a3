"""What a province network is: vocabularies, records, rules, lens, Thai text and dates."""
