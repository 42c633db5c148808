"""Accounts of staff: who they are, how they sign in, how they come by a link. Nothing of citizens."""
