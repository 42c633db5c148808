"""The counter for citizens: Telegram and the terminal. Nothing here decides what is said."""
