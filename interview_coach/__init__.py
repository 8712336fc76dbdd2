"""Spaced-repetition practice for interviews, from skill notes written in Markdown."""

__version__ = "0.1.0"
