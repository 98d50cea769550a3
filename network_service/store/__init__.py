"""Where records are kept: one contract, and the stores behind it."""
