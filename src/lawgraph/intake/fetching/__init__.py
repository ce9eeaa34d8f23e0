"""Pages of the public system and answers of the official interface are downloaded, slowly and once.

What was loaded whole is not asked for again. Certificates are always verified, another host is never followed to, and
nothing larger than a law is read.
"""

PUBLIC = "https://adilet.zan.kz"
"""The public system."""

INTERFACE = "https://zan.gov.kz/api"
"""The official interface."""
