"""Polite and guarded HTTP: addresses.py, robots.py, pace.py, and fetch.py that joins them."""
