"""Facts that people write down in TOML: read, checked, refused with file, line and key; and the days that follow."""
