"""The mock interview, without a screen: set-up, order, clock, follow-ups, debrief, report."""
