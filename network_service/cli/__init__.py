"""The command line: one command a file, all of them calling operations."""
