"""Speed and size against named peers, all of it measured in one run on one machine."""
