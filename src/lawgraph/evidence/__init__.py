"""What the sources prove about one law, and how far a proof reaches."""
