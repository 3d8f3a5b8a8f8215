"""What the command line does, a module a group of commands; ``api.cli`` names and describes them.

Everything a command finds goes to stdout, everything it tells goes to stderr (``console``).
"""
