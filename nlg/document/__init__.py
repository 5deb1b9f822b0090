"""Document planner: what an article says, in which order, and why."""
