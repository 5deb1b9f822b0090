"""Figures and statements that are about nobody in the data: dates, codes, speakers, other people's pay.

Passes out whether a figure states nothing; what it states of somebody unknown is a claim without data.
"""
