"""What is held, in the standards of the field, each answer with its certainty, and documents of others taken in."""
