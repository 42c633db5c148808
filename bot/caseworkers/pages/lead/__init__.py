"""The leads' pages: what the running bot is ordered to do, and figures without people.

chat       banners and the switch                    urls       addresses
"""
