"""Languages: a module, or a folder, for each; all that is particular to one stands in it, and nowhere else.

A language is found by its name of three letters, so a new one needs nothing but its module with a `LANGUAGE` in it.
What is particular to the state whose laws are read stands in `state`.
"""
