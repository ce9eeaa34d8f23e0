"""Pages of the public system are downloaded, slowly and once: what was loaded whole is not asked for again.

Certificates are always verified, another host is never followed to, and nothing larger than a law is read.
"""

PUBLIC = "https://adilet.zan.kz"
"""The public system."""
