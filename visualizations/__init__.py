"""Pictures: a map model in, one HTML file out; knows nothing of provinces."""
