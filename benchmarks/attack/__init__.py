"""Attacks on the running tool: what each class of hostile input takes, in seconds and megabytes."""
