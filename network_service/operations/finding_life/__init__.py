"""The life of findings: what is open, acknowledged, closed by data or open again, who sees to it, and until when."""
