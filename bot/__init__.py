"""The Jobcenter bot: a pure core, four counters, and rooms that remember and word.

core         decides: one message and one session in, one turn out; no clock, file, thread or network
assistant    one turn of one chat: load, step, save, say
citizens     faces citizens: Telegram and the terminal
caseworkers  faces caseworkers: the inbox on the command line, in the browser and for programs
web          the site for staff: Django settings, sign-in, who may open what
operators    faces operators: backups, retention, what a person may demand at the counter
editors      faces editors: checks of the knowledge base
storage      remembers: SQLite, encryption, migrations
content      words: the knowledge base in faq/ and the phrases of the program
app          opens, connects and closes all of these; config reads the settings, health tells monitoring
"""

__version__ = "0.1.0"
