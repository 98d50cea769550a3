"""A real Neo4j for tests: 5.26 LTS Community from its Java artefacts, started once a run when a test asks for it."""
