"""Readers: one module per source format, each giving the blocks that `layout` sorts."""
