"""Where an entity stands among all: ranks, how many have more, who has any.

Passes out claims of kind `superlative`, `ranking` and `bound`.
"""
