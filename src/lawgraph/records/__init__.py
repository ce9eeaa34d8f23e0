"""Records in TOML: read, checked, and refused with file, line and key."""
