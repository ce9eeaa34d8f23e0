"""What assistants are told over the Model Context Protocol: answers with their certainty, never more than is held."""
