"""The windows. Qt lives here and nowhere else; what happens is asked of a Desk."""
