"""Accuracy and speed of the rules on acronyms, terms and scripts."""
