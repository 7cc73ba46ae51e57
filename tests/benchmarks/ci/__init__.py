"""What a review costs, beside pofilter and as it grows."""
