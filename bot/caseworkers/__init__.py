"""The caseworkers' counter: see, take, release and close what citizens asked for.

inbox    the service, the same for the command line and later pages
cli      the commands; screen: what they print for people; objects: what they print for scripts
words    German words for what a ticket holds, and what a caseworker may type
literal  citizens' text made harmless for a terminal
"""
