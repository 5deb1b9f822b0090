"""What one entity has of a measure: plain figures, in the data's unit or in another.

Passes out claims of kind `value`, `range`, `bound` and `share`.
"""
