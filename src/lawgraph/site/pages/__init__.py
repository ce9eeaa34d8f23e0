"""The pages as values, made from queries alone: one set for the server and for the static site."""
