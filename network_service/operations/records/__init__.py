"""Records one by one: listing, reading, searching, creating and changing them, each as the principal sees them."""
