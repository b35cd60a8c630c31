"""The local database: domain values in and out, one transaction a method."""
