"""The record for agents: a read-only MCP server over standard input and output.

::

    asking.py   what can be asked, each answer with its citations
    answers.py  the shapes of answers, and how much of anything they hold
    fence.py    answers as text in which source text can only be data
    server.py   the tools, as the official SDK serves them (needs ``verbale[mcp]``)
"""
