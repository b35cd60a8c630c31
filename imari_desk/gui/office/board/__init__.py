"""提出状況: the board of 課, the counts over it, and the card of the 課 that is chosen."""
