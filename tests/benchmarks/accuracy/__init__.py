"""How many planted faults are found, and how much is reported on finished catalogues."""
