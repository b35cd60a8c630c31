"""計画: the plan and its versions, edited on screen."""
