"""The provincial network service: a province's stakeholder network stored, measured, explained and drawn."""

__version__ = "0.1.0"
