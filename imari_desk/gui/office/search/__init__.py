"""検索: every answer of every year."""
