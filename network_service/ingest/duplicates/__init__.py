"""Proposes records that are probably one and the same, with the reason; only a person decides."""
