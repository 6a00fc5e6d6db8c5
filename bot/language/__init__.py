"""How the bot speaks to one reader: catalogues, and what a language says of a place."""
