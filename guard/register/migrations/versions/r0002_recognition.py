"""Biometric consents and face templates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "biometric_consent",
        sa.Column("person", sa.String(16), nullable=False),
        sa.Column("given_on", sa.Date, nullable=True),
        sa.Column("given_by", sa.String(8), nullable=True),
        sa.Column("parents_told_on", sa.Date, nullable=True),
        sa.Column("expires_on", sa.Date, nullable=True),
        sa.Column("withdrawn_at", sa.DateTime, nullable=True),
        sa.Column("withdrawn_by", sa.String(8), nullable=True),
        sa.PrimaryKeyConstraint("person", name="pk_biometric_consent"),
        sa.ForeignKeyConstraint(
            ["person"], ["person.reference"], name="fk_biometric_consent_person_person", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "template",
        sa.Column("reference", sa.String(16), nullable=False),
        sa.Column("person", sa.String(16), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("reference", name="pk_template"),
        sa.ForeignKeyConstraint(["person"], ["person.reference"], name="fk_template_person_person", ondelete="CASCADE"),
    )
    op.create_index("ix_template_person", "template", ["person"])
