"""A bundle: a record with all that an auditor needs to check and to read it, in one file that runs with Python alone.

It holds the independent verifier, the record, its witness, the sources that the witness names, and a report in both
languages. `bundle` makes one.
"""

from emulrules.bundle.making import Bundled, bundle

__all__ = ["Bundled", "bundle"]
