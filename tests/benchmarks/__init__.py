"""Benchmarks: each measures us and a baseline in turn in one run, and compares the two."""
