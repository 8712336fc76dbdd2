"""What the screens look like: pure functions from what is to be shown and a width to lines of content."""
