"""Marks in a copy of somebody's workbook: their bytes stay as they are but for what is put in between."""
