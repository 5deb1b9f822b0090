"""Surface realiser: a text plan becomes an article, word by word."""
