"""The audit on a page: it opens for two admins together, with a reason, for ten minutes.

opening    the form for both, and how long it holds  views      the pages
words      German words for acts
"""
