"""The screens of the mock interview."""
