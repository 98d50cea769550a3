"""Tidy tables of an analysis for researchers, one a file, and the codebook that follows from their columns."""
