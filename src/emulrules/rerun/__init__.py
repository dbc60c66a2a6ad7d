"""Rerun: the plugin asked again for every recorded answer, in processes of its own, and compared answer by answer.

1. The questions are those of the recorded decision: the engine decides again from the recorded answers, and at each
   question the installed policy is asked besides, with the same arguments.
2. It is asked in several processes, each with another hash seed, locale, time zone, environment and order of rows:
   what turns on any of these shows.
3. The processes have limits of time, memory and output; nothing that the plugin writes is taken for an answer. They
   hold mistakes, not malice: a plugin runs with the rights of whoever asks it.
"""

from emulrules.rerun.comparing import Differing, Found, ask_again
from emulrules.rerun.process import Limits

__all__ = ["Differing", "Found", "Limits", "ask_again"]
