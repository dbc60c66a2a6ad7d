"""`python -m emulrules` is the command line."""

from emulrules.cli import main

if __name__ == "__main__":
    main(prog_name="emulrules")
