"""What members propose to change in their own records, and what the network's managers make of it."""
