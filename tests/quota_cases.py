"""What comes of the invented years on quotas: of each case, who is proposed for which award."""

from typing import Final

__all__ = ["OUTCOMES"]

FLAG = "province-flag"
CERTIFICATE = "province-certificate"
COMMENDATION = "province-commendation"
LETTER = "province-letter"
GOVERNMENT = "government-flag"

OUTCOMES: Final[dict[str, set[tuple[str, str]]]] = {
    "2020-khoi-doi": {
        (FLAG, "don-vi-doi1"),
        (CERTIFICATE, "don-vi-doi2"),
        (CERTIFICATE, "don-vi-doi3"),
        (COMMENDATION, "don-vi-doi4"),
        (COMMENDATION, "don-vi-doi5"),
    },
    "2020-khoi-suoi": {
        (FLAG, "don-vi-suoi1"),
        (CERTIFICATE, "don-vi-suoi2"),
        (CERTIFICATE, "don-vi-suoi3"),
        (CERTIFICATE, "don-vi-suoi4"),
        (COMMENDATION, "don-vi-suoi5"),
        (COMMENDATION, "don-vi-suoi6"),
    },
    "2020-khoi-thung": {
        (CERTIFICATE, "don-vi-thung1"),
        (COMMENDATION, "don-vi-thung2"),
    },
    "2021-khoi-bai": {
        (FLAG, "don-vi-bai1"),
        (CERTIFICATE, "don-vi-bai2"),
        (CERTIFICATE, "don-vi-bai3"),
        (CERTIFICATE, "don-vi-bai4"),
        (COMMENDATION, "don-vi-bai5"),
        (LETTER, "don-vi-bai6"),
        (GOVERNMENT, "don-vi-bai1"),
    },
    "2021-khoi-cua": {
        (FLAG, "don-vi-cua1"),
        (FLAG, "don-vi-cua2"),
        (CERTIFICATE, "don-vi-cua3"),
        (CERTIFICATE, "don-vi-cua4"),
        (CERTIFICATE, "don-vi-cua5"),
        (COMMENDATION, "don-vi-cua6"),
        (LETTER, "don-vi-cua10"),
        (LETTER, "don-vi-cua7"),
        (LETTER, "don-vi-cua8"),
        (LETTER, "don-vi-cua9"),
    },
    "2021-khoi-ghenh": {
        (FLAG, "don-vi-ghenh1"),
        (CERTIFICATE, "don-vi-ghenh2"),
        (CERTIFICATE, "don-vi-ghenh3"),
        (COMMENDATION, "don-vi-ghenh4"),
        (LETTER, "don-vi-ghenh5"),
        (GOVERNMENT, "don-vi-ghenh4"),
    },
    "2022-khoi-ben": {
        (FLAG, "don-vi-beng1"),
        (FLAG, "don-vi-bent1"),
        (CERTIFICATE, "don-vi-benh1"),
        (CERTIFICATE, "don-vi-bent2"),
    },
    "2022-khoi-cho": {
        (FLAG, "don-vi-chog1"),
        (FLAG, "don-vi-chot2"),
        (CERTIFICATE, "don-vi-choh1"),
    },
    "2022-khoi-doc": {
        (FLAG, "don-vi-docg1"),
        (FLAG, "don-vi-doch1"),
        (CERTIFICATE, "don-vi-doct3"),
        (CERTIFICATE, "don-vi-docx1"),
    },
    "2022-khoi-phien": {
        (FLAG, "don-vi-phienh1"),
        (FLAG, "don-vi-phient2"),
        (CERTIFICATE, "don-vi-phieng1"),
        (CERTIFICATE, "don-vi-phient1"),
    },
    "2022-khoi-rung": {
        (FLAG, "don-vi-rungg1"),
        (FLAG, "don-vi-rungt1"),
        (CERTIFICATE, "don-vi-rungh1"),
        (CERTIFICATE, "don-vi-rungx1"),
    },
}
"""By the name of the case: award and unit."""
