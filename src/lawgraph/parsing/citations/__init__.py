"""References inside the wording, and addresses as people type them."""
