"""The second engine is tested in an environment of its own, which `tools/test.py` makes: elsewhere nothing is collected."""

from __future__ import annotations

import importlib.util

collect_ignore_glob = [] if importlib.util.find_spec("face_recognition") else ["test_*.py"]
