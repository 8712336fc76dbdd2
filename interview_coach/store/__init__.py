"""The store: one SQLite file, its schema and migrations, and every query."""
