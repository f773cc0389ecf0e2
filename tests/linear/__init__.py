"""Counting what a regular expression costs, instead of timing it."""
