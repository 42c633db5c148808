"""The same inbox for programs: tickets as JSON, and the moves.

routes     the interface as a whole; start here     objects    what goes in and out
reading    what programs see                        once       requests that act once
moves      what they do                             problems   what is said when something does not go

Who asks is known before (``web/guard.py``): each view gets a ``MachineRequest``. Every access stands in the
audit: the moves and looks at personal fields by themselves, the rest as "pulled".
"""
