"""The only SQL: one SQLite file a project."""
