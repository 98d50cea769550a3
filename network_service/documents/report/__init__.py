"""`report.html`: what a manager hands round, in words, tables and one picture, on paper as on a screen."""
