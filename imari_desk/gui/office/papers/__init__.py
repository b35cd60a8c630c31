"""印刷・公表: what is to be printed, how it looks, and where it goes."""
