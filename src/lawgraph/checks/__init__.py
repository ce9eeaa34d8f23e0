"""What does not fit: sources against facts, both ways, against themselves, and editions against each other."""
