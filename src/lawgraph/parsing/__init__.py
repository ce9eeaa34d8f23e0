"""The parsed document: from blocks to provisions, claims and the owner of each character."""
