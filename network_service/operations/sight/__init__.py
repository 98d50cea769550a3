"""What of a record each principal is shown: levels of roles, pseudonyms, far ends of ties, and the log of reads."""
