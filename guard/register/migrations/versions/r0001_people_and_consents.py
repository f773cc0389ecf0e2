"""People, and what may be shown and named of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meta",
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.DateTime, nullable=False),
        sa.Column("key_check", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_meta"),
    )
    op.create_table(
        "person",
        sa.Column("reference", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("names", sa.LargeBinary, nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.Column("keep_until", sa.Date, nullable=True),
        sa.PrimaryKeyConstraint("reference", name="pk_person"),
    )
    op.create_table(
        "consent",
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("person", sa.String(16), nullable=False),
        sa.Column("purpose", sa.String(8), nullable=False),
        sa.Column("channel", sa.String(64), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("naming", sa.String(8), nullable=False),
        sa.Column("given_by", sa.String(8), nullable=False),
        sa.Column("valid_from", sa.DateTime, nullable=True),
        sa.Column("valid_until", sa.DateTime, nullable=True),
        sa.Column("withdrawn_at", sa.DateTime, nullable=True),
        sa.PrimaryKeyConstraint("row", name="pk_consent"),
        sa.ForeignKeyConstraint(["person"], ["person.reference"], name="fk_consent_person_person", ondelete="CASCADE"),
    )
    op.create_index("ix_consent_person", "consent", ["person"])
