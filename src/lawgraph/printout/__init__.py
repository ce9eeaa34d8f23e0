"""Sheets for people: a law, or one provision, on a day, and the difference of two days; plain, as Markdown, as HTML.

What stands on a sheet is settled once, in `sheets`; the writers only set it.
"""
