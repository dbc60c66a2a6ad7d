"""`emulrules schema`: the JSON Schema of a file that people write, for their editor."""

import click

from emulrules.cli.program import tell

__all__ = ["schema"]


@click.command(
    short_help="In lược đồ JSON Schema cho trình soạn thảo. Print a JSON Schema for editors.",
    help="In lược đồ JSON Schema (2020-12) của một loại tệp, để trình soạn thảo nhắc khi gõ.\n\n"
    "Print the JSON Schema (2020-12) of a kind of file, for an editor to check it by.",
)
@click.argument("kind", type=click.Choice(["season", "ruleset", "council"]))
def schema(kind: str) -> None:
    """Prints the schema as it is shipped."""
    from emulrules.files.schemas import schema_text

    tell(schema_text(kind))
