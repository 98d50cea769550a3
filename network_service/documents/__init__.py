"""Exports and templates; one document or format a file."""
