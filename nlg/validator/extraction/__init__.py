"""Marks of a sentence → claims: one module for each form that a claim takes."""
