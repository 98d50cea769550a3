-- What one revision changed: the versions it brought, and those it superseded.

CREATE INDEX record_version_by_revision ON record_version (revision);
CREATE INDEX record_version_by_superseded ON record_version (superseded) WHERE superseded IS NOT NULL;
