"""What the law is made of: days, acts, addresses, values, and what a person is told when an input cannot be used."""
