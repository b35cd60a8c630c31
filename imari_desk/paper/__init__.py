"""Everything that is printed: one data shape, one Typst template a document."""
