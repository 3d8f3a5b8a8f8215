"""Pages for people, drawn on the server: routes that answer in HTML, and what they draw with.

Routes: ``browse`` (documents, items, units and lists), ``search``, ``explorer`` (the graph), ``analysis``, ``review``,
``jobs`` (uploads), ``manual`` (/docs), ``sign_in``, ``suggesting``. Drawing: ``templating`` fills the templates with
the words of ``labels``; ``drawing`` and ``looks`` make the picture, ``heat`` and ``timeline`` the grids and columns,
``outline``, ``accounts`` and ``tables`` what documents and rows look like.
"""
