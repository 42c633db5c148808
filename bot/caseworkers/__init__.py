"""The caseworkers' counter: see, take, move and close what citizens asked for.

inbox      the service, the same for the command line and pages: the moves
view       what it shows, and to whom; leases: what a lease means
sight      everything about one ticket; asides: put aside, and taken back from somebody absent
rehearsal  moves made on paper; refusals: what the service refuses; answers: what is told after a move
cli        the commands; screen: what they print for people; objects: what they print for scripts
case_note  the paragraph for the case management system; export: tables; watch: what is new
words      German words for what a ticket holds; history: for what happened to it
lead       what leads order the bot, and the figures of their offices
figure_words, figure_sheets, figure_plots, office_sheets: statistics as German tables and plots
reporting  an answer of the chat is wrong: the editors get to read it
typed      what a caseworker types, read; dates: the date of a new appointment
"""
