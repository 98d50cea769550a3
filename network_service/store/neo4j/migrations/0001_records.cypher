// One node that says how far the store is; every writer locks it before it looks.
CREATE CONSTRAINT store_name IF NOT EXISTS FOR (s:Store) REQUIRE s.name IS UNIQUE;

// Records in all their versions. Contract reads ask for these, by revision.
CREATE CONSTRAINT version_of_record IF NOT EXISTS FOR (v:Version) REQUIRE (v.record_id, v.version) IS UNIQUE;
CREATE INDEX version_by_kind IF NOT EXISTS FOR (v:Version) ON (v.province, v.kind, v.record_id);
CREATE INDEX version_by_province IF NOT EXISTS FOR (v:Version) ON (v.province, v.record_id);
CREATE INDEX version_by_source IF NOT EXISTS FOR (v:Version) ON (v.source);
CREATE INDEX version_by_target IF NOT EXISTS FOR (v:Version) ON (v.target);
CREATE INDEX version_by_revision IF NOT EXISTS FOR (v:Version) ON (v.revision);
CREATE INDEX version_by_superseded IF NOT EXISTS FOR (v:Version) ON (v.superseded);
CREATE CONSTRAINT province_code IF NOT EXISTS FOR (p:Province) REQUIRE p.code IS UNIQUE;

// The audit chain, the answers given under idempotency keys, the erasures.
CREATE CONSTRAINT audit_sequence IF NOT EXISTS FOR (a:AuditEntry) REQUIRE a.sequence IS UNIQUE;
CREATE CONSTRAINT audit_revision IF NOT EXISTS FOR (a:AuditEntry) REQUIRE a.revision IS UNIQUE;
CREATE CONSTRAINT audit_change_set IF NOT EXISTS FOR (a:AuditEntry) REQUIRE a.change_set IS UNIQUE;
CREATE CONSTRAINT idempotency_key IF NOT EXISTS FOR (k:IdempotencyKey) REQUIRE k.key IS UNIQUE;
CREATE CONSTRAINT erased_record IF NOT EXISTS FOR (e:ErasedRecord) REQUIRE (e.record_id, e.revision, e.at) IS UNIQUE;

// What the program remembers that is no part of any network.
CREATE CONSTRAINT application_entry IF NOT EXISTS FOR (e:ApplicationEntry) REQUIRE (e.collection, e.key) IS UNIQUE;
CREATE INDEX application_entry_by_expiry IF NOT EXISTS FOR (e:ApplicationEntry) ON (e.expires_at);
CREATE CONSTRAINT application_number IF NOT EXISTS FOR (n:ApplicationNumber) REQUIRE n.collection IS UNIQUE;

// The current version of each record as a graph, for named queries.
CREATE CONSTRAINT network_node_id IF NOT EXISTS FOR (n:NetworkNode) REQUIRE n.id IS UNIQUE;
CREATE INDEX network_node_by_kind IF NOT EXISTS FOR (n:NetworkNode) ON (n.province, n.kind);
CREATE TEXT INDEX network_node_search IF NOT EXISTS FOR (n:NetworkNode) ON (n.search);
