"""Recall: FSRS, the study day and the queue, as pure functions with time passed in."""
