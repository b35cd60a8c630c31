"""The verbs only the office has, a module a page of its window."""
