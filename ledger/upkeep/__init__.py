"""Looking after a book: settings, moved chats, personal data, and the audit."""
