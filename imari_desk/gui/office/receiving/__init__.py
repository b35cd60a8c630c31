"""取込: the files at the left, what each would change beside it, all taken in as one act."""
