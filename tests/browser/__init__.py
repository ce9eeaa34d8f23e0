"""Both sites in a real Chromium."""
