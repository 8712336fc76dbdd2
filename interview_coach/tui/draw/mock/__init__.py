"""The drawings of the mock interview."""
