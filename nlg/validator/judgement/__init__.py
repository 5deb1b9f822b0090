"""What is stated against what the data hold, by the reader's own rules of rounding and hedging.

Passes out a `Claim` with its verdict, the cells that it rests on and a sentence for the editor.
"""
