"""``python -m imari_desk.store.schema_text``: writes db/schema/schema.sql for reviewers."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from imari_desk.places import packaged
from imari_desk.store.schema import VERSION, metadata


def schema_text() -> str:
    """The tables and indexes as SQL, in an order in which they can be made."""
    dialect = sqlite.dialect()
    head = f"-- Version {VERSION}. Generated from imari_desk/store/schema.py; do not edit.\n"
    statements: list[CreateTable | CreateIndex] = []
    for table in metadata.sorted_tables:
        statements.append(CreateTable(table))
        statements += [CreateIndex(index) for index in sorted(table.indexes, key=_name)]
    texts = [str(statement.compile(dialect=dialect)) for statement in statements]
    return head + "".join(f"\n{_tidy(text)};\n" for text in texts)


def _name(index: Index) -> str:
    return str(index.name)


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().replace("\t", "  ").splitlines())


if __name__ == "__main__":
    (packaged("db") / "schema" / "schema.sql").write_text(schema_text(), encoding="utf-8")
