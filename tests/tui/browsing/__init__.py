"""Tests of the library, the interviews and the coverage on the screen."""
