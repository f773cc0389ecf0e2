"""How large a picture may be, and from which score a face is reported: plain numbers that anybody may cite."""

from __future__ import annotations

from typing import Final

BYTE_LIMIT: Final = 40_000_000
PIXEL_LIMIT: Final = 40_000_000  # about 320 MB while it is decoded

WORKER_MEMORY: Final = 3_000_000_000  # bytes of address space; reading takes about 500 MB of real memory
WORKER_CPU_SECONDS: Final = 60  # for one picture

RECOMMENDED_THRESHOLD: Final = 0.63
"""The penalised score from which a face is reported as a possible match, unless the policy says otherwise.

Meaning: with 200 people enrolled by three photos each, about 1 in 100 strangers' faces is reported as one of them, and
about 95 in 100 faces of enrolled people are found; 0.62 reports about 5 in 100 strangers and finds 98. Derived, not
measured in this repository: on LFW (adults, press photographs) 2.3 % of strangers reach a cosine of 0.95 with somebody
in a gallery of 200 and 12 % reach 0.94, so that 1 % reach about 0.955, and the penalty in such a gallery is about
0.35 x 0.925. Children resemble each other more for this network: expect several times as many false reports. What the
tests show on the few photographs they have: strangers stay below 0.625, the enrolled reach 0.63 in nearly every view.
"""

SAME_PERSON: Final = 0.90
"""Cosine below which a photo given for enrolment shows somebody else than the photos before it.

On LFW (adults, photographs often years apart) 0.91 parts photos of one person from those of two with an error of about
1 in 100 on either side; this is a little milder. On the photographs of the tests one person has 0.958 to 0.989, two
people 0.79 to 0.92. Children resemble each other more: it catches a mix-up often, not always.
"""

SMALL_GALLERY: Final = 50
"""Below so many people their resemblance to each other says little, and the typical one counts at least."""

TYPICAL_RESEMBLANCE: Final = 0.90
"""Cosine with the second and third most similar other person that is usual in a gallery of some fifty people."""
