"""The nine success factors, one a file: a factor's function, its file and its code in the vocabulary have one name."""
