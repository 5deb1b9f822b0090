"""Lets `python -m nlg` reach the command line."""

from nlg.cli import main

if __name__ == "__main__":
    main(prog_name="nlg")
