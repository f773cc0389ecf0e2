"""Which engine a face template was made with, and when it came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What was there before was made with the engine a policy has unless it names the other one.
    op.add_column("template", sa.Column("engine", sa.String(32), nullable=False, server_default="onnx"))
    op.add_column("template", sa.Column("added_at", sa.DateTime, nullable=True))
