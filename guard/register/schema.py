"""The tables as they are now. How older files get there is in `migrations`."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import DateTime, Dialect, ForeignKey, LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with a time zone, kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None else None


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Meta(Base):
    """About the register as a whole; one row."""

    __tablename__ = "meta"

    row: Mapped[int] = mapped_column(primary_key=True, default=1)
    version: Mapped[str] = mapped_column(String(32))
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    key_check: Mapped[bytes] = mapped_column(LargeBinary)


class Person(Base):
    """Somebody on the register. `names` is sealed: all names, and the class or group."""

    __tablename__ = "person"

    reference: Mapped[str] = mapped_column(String(16), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    names: Mapped[bytes] = mapped_column(LargeBinary)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    keep_until: Mapped[date | None]

    consents: Mapped[list[PublicationConsent]] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    biometric: Mapped[Biometric | None] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    templates: Mapped[list[Template]] = relationship(cascade="all, delete-orphan", passive_deletes=True)


class PublicationConsent(Base):
    """One answer: may this person be shown, or named, on this channel?"""

    __tablename__ = "consent"

    row: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("person.reference", ondelete="CASCADE"), index=True)
    purpose: Mapped[str] = mapped_column(String(8))
    channel: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(8))
    naming: Mapped[str] = mapped_column(String(8))
    given_by: Mapped[str] = mapped_column(String(8))
    valid_from: Mapped[datetime | None] = mapped_column(UtcDateTime)
    valid_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Biometric(Base):
    """The record of a consent to be recognised, or of its withdrawal (also when none was ever given)."""

    __tablename__ = "biometric_consent"

    person: Mapped[str] = mapped_column(ForeignKey("person.reference", ondelete="CASCADE"), primary_key=True)
    given_on: Mapped[date | None]
    given_by: Mapped[str | None] = mapped_column(String(8))
    parents_told_on: Mapped[date | None]
    expires_on: Mapped[date | None]
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_by: Mapped[str | None] = mapped_column(String(8))


class Template(Base):
    """A face template, sealed: 128 little-endian float32. Those of different engines cannot be compared."""

    __tablename__ = "template"

    reference: Mapped[str] = mapped_column(String(16), primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("person.reference", ondelete="CASCADE"), index=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
    engine: Mapped[str] = mapped_column(String(32), server_default="onnx")
    added_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
