"""Items of child resources named in a sentence, together or one by one.

Passes out claims of kind `list`, `shared` and `ranking`.
"""
