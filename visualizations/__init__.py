"""Pictures: a map model in, HTML or SVG out; this package knows nothing of provinces."""
