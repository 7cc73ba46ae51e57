"""The rules. One rule is two files here: `number_mismatch.py` and its page `number_mismatch.md`."""
