"""The seven building steps, one a file: a step's function, its file and its code in the vocabulary have one name."""
