"""Serve the site: one keeper, several workers on one port, each with a site of its own over one database."""
