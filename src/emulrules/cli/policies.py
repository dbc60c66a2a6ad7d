"""`emulrules policies`: which policies are installed."""

import click

from emulrules.cli.options import language_option
from emulrules.cli.program import tell

__all__ = ["policies"]


@click.command(
    short_help="Liệt kê chính sách. List policies.",
    help="Liệt kê các chính sách đã cài.\n\nList the policies that are installed.",
)
@language_option
def policies(language: str) -> None:
    """Prints a line a policy: its name, the distribution that brings it and its version; nothing of them is run."""
    from emulrules.plugins import policies as installed
    from emulrules.report.listing import listed

    heading = ("column-name", "column-distribution", "column-version")
    tell(listed(heading, [(found.name, found.distribution, found.version) for found in installed()], language))
