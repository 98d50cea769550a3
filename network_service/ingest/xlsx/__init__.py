"""Reads .xlsx from strangers: the archive and all markup are judged first, then calamine reads the cells.

calamine alone is not enough: it holds the whole block between the first cell and the last, and gives nothing for an
error or for a formula without a stored value. What it would lose is looked for in the markup (decision 9).
"""
