"""Collected only in the environment that `tools/test.py` makes for the second engine; elsewhere it is not installed."""

from __future__ import annotations

import importlib.util

collect_ignore_glob = [] if importlib.util.find_spec("face_recognition") else ["test_*.py"]
