"""What an answer holds: figures, landed metrics, signals, the rubric. Pure; never a verdict."""
