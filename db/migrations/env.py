"""Runs the migrations on the connection the store hands over.

Every step is one transaction, its version record with it: the connection begins transactions
itself (imari_desk/store/sqlite.py), and SQLite undoes schema changes as PostgreSQL does.
"""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
