"""Footnotes, editorial lines and clauses: from words to claims."""
