"""Two snapshots of one network compared: who and what came, went or moved, and which figures with them."""
