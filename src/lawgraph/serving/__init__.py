"""Serve the site: one keeper, several workers on one port, each with a site of its own over one database."""

from lawgraph.serving.keeper import HOST, ServingError, serve
from lawgraph.serving.site import ServedSite

__all__ = ["HOST", "ServedSite", "ServingError", "serve"]
