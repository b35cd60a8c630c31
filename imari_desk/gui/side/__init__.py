"""What stands beside the form: things to look at, the printed page, what happened so far."""
