"""The house's own widgets: one look, one behaviour, no knowledge of evaluations."""
