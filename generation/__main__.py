"""Let the package run as a command: `python -m generation`."""

from generation.cli import main

main()
