"""The documents; those that follow from the code are written by `docs.generator`."""
