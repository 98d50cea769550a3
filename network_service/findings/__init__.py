"""Numbers to findings: what is missing, in words, with evidence; one rule a file."""
