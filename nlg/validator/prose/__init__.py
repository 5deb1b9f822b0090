"""Running text → judged claims, sentence by sentence; the order of all forms of a claim stands here.

Passes out a `Lot` for each sentence and the `Context` in which the next paragraph is read.
"""
