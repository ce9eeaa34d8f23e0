"""Pages of the site, and their building as static files."""
