"""The validator's own knowledge of English: words, figures, hedges and cues."""
