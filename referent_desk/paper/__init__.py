"""Sheets and binders as PDF. Importing this package reaches no PDF library; using it does."""
