"""The site for staff: Django's settings, addresses, security, accounts. Citizens' data is never a model here.

plan       what the site is told from outside        settings   Django's settings made of it
start      configures, migrates                      server     uvicorn
access     who may open what: the table              guard      enforces it; idle time, second factor
room       what pages work with                      page       what every page shows
headers    what browsers are told                    accounts   people, links, signing in, tokens
machines   the door for programs
urls       addresses                                 templates/, static/

Import nothing of it but ``plan`` before ``start.set_up``: Django must be configured first.
"""
