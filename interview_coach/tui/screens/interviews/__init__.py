"""The screens of the interviews to come."""
