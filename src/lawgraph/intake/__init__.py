"""What people have at hand is taken into the corpus: a page, a folder of pages and acts, a git repository of editions.

A source is looked through (`files`, `repository`), each edition is understood (`understanding`, `naming`) and put on
its `shelf` byte for byte, or refused in one line. Nothing that the corpus holds is ever changed.
"""
