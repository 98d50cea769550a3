"""The one declaration of our workbook: what the reader accepts, the template offers and the export writes."""
