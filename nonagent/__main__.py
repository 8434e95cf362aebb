"""`python -m nonagent`, the same as the `nonagent` command."""

from nonagent.cli import main

main(prog_name="nonagent")
