"""JSON answers."""

from __future__ import annotations

import json
from typing import Any

from flask import Response


def reply(data: dict[str, Any], status: int = 200) -> Response:
    """Plain data as a JSON response."""
    # ASCII with escapes: a lone surrogate stays a valid answer.
    return Response(json.dumps(data, separators=(",", ":")), status=status, content_type="application/json")
