"""What can be said of a text alone: pure functions over `str`, without PO files."""
