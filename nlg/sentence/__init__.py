"""Sentence planner: which wording says a message, which sentences join, which words name an entity."""
