"""Words: the knowledge base in ``faq/`` and the phrases of the program."""
