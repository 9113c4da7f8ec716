"""Referent Desk: what a ward uses, who answers for it, and its downtime binder."""

__version__ = "0.1.0"
