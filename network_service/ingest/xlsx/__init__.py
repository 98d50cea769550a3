"""Reads .xlsx from strangers: the archive is judged first, then openpyxl reads it row by row under limits.

openpyxl alone is not enough. Its quick mode trusts the sheet's own statement of its size (1 row of 2,000,000, in
silence), gives nothing for a formula without a stored value, and knows no merged cells. So the statement is
thrown away,
rows are counted as they come, and formulas and merged cells are looked for in the sheet's markup.
"""
