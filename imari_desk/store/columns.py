"""What tables are made of: how constraints are named, and the columns that recur."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def text(name: str) -> Column[str]:
    """Text that is always there, if only as ""."""
    return Column(name, Text, nullable=False)


def number(name: str) -> Column[int]:
    """A whole number that is always there."""
    return Column(name, Integer, nullable=False)


def record_id() -> Column[int]:
    """The number the database gives a record."""
    return Column("id", Integer, primary_key=True)


def refers(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    """The number of a record of another table."""
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=nullable)
