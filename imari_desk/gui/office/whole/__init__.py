"""集計: the whole in charts."""
