"""The clause coder: a small learned reader that finds acts in words that no pattern has.

::

    passage.py   what it is given: words with what the rules know of each
    pieces.py    words cut into the pieces that its list of vectors has
    reader.py    the network, in numpy alone
    balance.py   candidates weighed by their traits, for who is meant
    weights.py   the weights that ship with the package
"""
