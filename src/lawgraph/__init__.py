"""Say which wording of a provision applied on a day, who changed it, and how sure that is."""

__version__ = "0.1.0"
