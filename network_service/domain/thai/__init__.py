"""Thai conventions: text, order, digits, dates and people's names, with nothing but the standard library."""
