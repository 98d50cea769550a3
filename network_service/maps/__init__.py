"""Snapshot, numbers and findings to a map model: places, sizes, labels, hulls, overlays; one map a file."""
