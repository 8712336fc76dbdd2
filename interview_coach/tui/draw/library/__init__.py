"""The drawings of the library."""
