"""Work that nobody waits for: what was asked, how far it is, what came of it."""
