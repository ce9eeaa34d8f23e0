"""A page of nobody, to count what a new page takes."""
