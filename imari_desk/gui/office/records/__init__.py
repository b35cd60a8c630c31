"""控え: everything that came in and went out, and the copies that were kept."""
