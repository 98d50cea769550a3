"""Networks as other programs write them."""
