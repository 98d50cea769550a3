"""Reads .xlsx from strangers: the archive is judged first, then its parts are streamed under limits.

openpyxl is not used for reading. Its quick mode trusts the sheet's own dimension (1 row of 2,000,000, without a word),
gives nothing for a formula without a value and knows no merged cells; its full mode holds every cell as an object. One
pass over the XML gives all of it, counted while streaming, and is several times quicker (benchmarks/ingest.py).
"""
