"""Who may sign in: accounts, their passwords and codes, sessions of people and tokens of machines, and a log of it all.

Everything lies in application records. There is no transaction over several of them, so that one compare-and-set
decides each time: a session or token holds only while its `generation` is that of its account.
"""
