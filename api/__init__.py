"""The edge towards people and programs: command line, REST API, pages and pictures, all asking through graph.store.

``cli`` starts everything; ``app`` puts ``routes`` (JSON, in the models of ``responses``), ``pages`` (templates, static)
and ``explorer`` (``drawing``: the picture) together; ``problems`` turns errors into answers, ``security`` guards them.
"""
