"""`python -m vnkg` is `vnkg`."""

from vnkg.cli import main

main()
