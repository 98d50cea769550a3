"""A province's network checked as a whole: what its records say of one another, and where that cannot be."""
