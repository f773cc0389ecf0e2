"""How large a picture may be, and from which score a face is reported: plain numbers that anybody may cite."""

from __future__ import annotations

from typing import Final

BYTE_LIMIT: Final = 40_000_000
PIXEL_LIMIT: Final = 40_000_000  # about 320 MB while it is decoded

WORKER_MEMORY: Final = 3_000_000_000  # bytes of address space; reading takes about 500 MB of real memory
WORKER_CPU_SECONDS: Final = 60  # for one picture

RECOMMENDED_THRESHOLD: Final = 0.63
SMALL_GALLERY: Final = 50
TYPICAL_RESEMBLANCE: Final = 0.90
