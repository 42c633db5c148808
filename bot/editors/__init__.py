"""The counter of the editors: what is wrong in the knowledge base, and how an answer will look."""
