"""What comes with the program: places, and the sample province."""
