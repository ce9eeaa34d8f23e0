"""The graph of provisions, acts and versions, and its pictures."""
