"""One verb of a user a file; the only room that asks whether this principal may."""
