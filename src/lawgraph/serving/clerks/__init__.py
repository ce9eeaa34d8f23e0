"""Clerks: small processes that answer visitors' questions in SQL, and that can be killed at any moment.

No limit inside SQLite stops a single costly step (`trim` of two long texts takes n × m steps in one call, a full-text
query with a hundred thousand words is read in one), so what visitors write runs where the kernel can end it. Nothing
here loads more than the standard library: a clerk is at work 30 ms after it was called, and weighs 12 MB.
"""
