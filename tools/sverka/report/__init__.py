"""Output formats of a review: each is a function from a report to text."""
