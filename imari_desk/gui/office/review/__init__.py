"""点検: the queue at the left, one evaluation beside it, and what goes back to the 課."""
