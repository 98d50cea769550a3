"""The REST door: HTTP in and out of the same operations as the command line and the pages."""
