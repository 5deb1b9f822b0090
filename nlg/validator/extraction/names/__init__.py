"""Values that are names: the highest-paying city, the typical way in.

Passes out claims of kind `value` whose stated value is a text.
"""
