"""本部会議: preparing it, and the full page for a screen in the room."""
