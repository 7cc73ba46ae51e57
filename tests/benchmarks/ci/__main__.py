"""`python -m tests.benchmarks.ci [speed] [warm] [memory] [start] [curves]`."""

import sys

from . import growth, speed

PARTS = {
    "start": growth.start,
    "speed": speed.measure,
    "warm": growth.warm,
    "curves": growth.curves,
    "memory": growth.memory,
}

for name in sys.argv[1:] or PARTS:
    print(f"== {name}", flush=True)
    PARTS[name]()
