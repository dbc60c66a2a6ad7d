"""A ledger: an append-only file of records, each with the digest of all before it.

`init` makes one, `append` adds a record, `verify` checks it, `entries` and `head` say what it holds. A program that
keeps a ledger needs no more than these.
"""

from emulrules.ledger.appending import Appended, append, init
from emulrules.ledger.chaining import GENESIS
from emulrules.ledger.checking import Checked, verify
from emulrules.ledger.sound import entries, head

__all__ = ["GENESIS", "Appended", "Checked", "append", "entries", "head", "init", "verify"]
