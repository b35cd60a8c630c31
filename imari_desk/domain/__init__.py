"""The field's terms and rules. Standard library only: no files, no clock, no randomness."""
