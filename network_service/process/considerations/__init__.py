"""The considerations 3.4.1 to 3.4.6 of the source report as figures, one a file."""
