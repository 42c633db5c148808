"""The caseworkers' pages: the same inbox as on the command line, in a browser.

room       what these pages are given                urls, views    addresses and what they show
ticket     the page of a ticket: actions (its buttons), attempt (a form that was sent), sheet (what it shows),
           hears (what the citizen reads)            absent         a colleague is not there
templates/caseworkers/                               api            the same for programs, as JSON

Views are ``async``; each gets a ``StaffRequest``: somebody who is signed in and may use the route
(``bot/web/access.py``). Tickets come only through ``request.room.inbox(request.staff)``, which knows no
others than those of the person's offices: any other code raises UnknownTicket, which becomes a 404.
"""
