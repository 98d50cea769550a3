"""How a number beyond its bounds is told: pydantic's name of the error to our code and the bound it names."""

BOUNDS = {
    "greater_than_equal": ("value.at_least", "ge"),
    "less_than_equal": ("value.at_most", "le"),
}
"""Code of the fault and name of the bound by pydantic's type of error."""
