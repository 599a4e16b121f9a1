"""The command line, one file a command.

::

    main.py       the program: its commands, its errors, its exit codes
    options.py    options that several commands share, and the record they name
    terminal.py   where words go: terminals, pipes, and what hostile text may not do to either
    tables.py     rows as a table on a terminal, as tab-separated lines in a pipe, as JSON
    pages.py      one entry as a page
"""
