"""Files to checked records; nothing is lost without being named."""
