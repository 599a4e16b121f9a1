"""The command line: one file a command.

``main.py`` is the program, ``options.py`` has what several commands share, ``display/`` how
results look. No command imports the language model before it needs it.
"""
