"""From cells to checked records: headers, rows, ids, references, records, refusals."""
