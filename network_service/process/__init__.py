"""How far a network has been built: the seven steps, the nine success factors, the six considerations, and doubt."""
