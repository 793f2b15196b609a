"""Campaigns: the promises, tried by machine and at length by those who want to break them.

`make campaign` runs all of them; a short form of each is among the tests.
"""
