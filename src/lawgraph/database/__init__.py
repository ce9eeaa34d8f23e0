"""The database: schema, writing, opening."""
