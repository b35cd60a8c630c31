"""The form of one evaluation, laid out by hand, section by section."""
