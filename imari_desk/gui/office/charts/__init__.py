"""Painted charts: each takes frozen values, is walked by keys, and leads where its marks do."""
