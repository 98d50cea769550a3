"""The network as of a date through a lens: immutable, as arrays; all that analysis sees."""
