"""The leads' pages: what the running bot is ordered to do, and figures without people.

chat       banners and the switch                    figures    of offices, and of questions
urls       addresses
"""
