"""Every Cypher statement of the project, one question per file; ``graph.queries`` loads them.

    read/<what comes back>_of_<what is given>.cypher    questions; open to everyone through ``query`` and the API
    write/<plural noun>.cypher                          idempotent MERGE from ``$rows``; used by ``graph.load``
    maintain/<verb>_<noun>.cypher                       removal, schema and bookkeeping; used by ``graph``
    schema/neo4j/, schema/embedded/                     constraints and indexes, by server; nothing else differs

A file begins with its header:

    // Which units share responsibility with a unit, and on which items?
    // zh: 哪些单位与某单位共同负责，共同负责哪些条目？
    // params: unit string, limit int = 50, offset int = 0
    // returns: unit, name, jurisdiction, collective, shared, items

    // order: shared desc, unit
    // sorts: name = p.name, shared

The first line is the question and ends with a question mark. ``params`` are ``name type`` or ``name type = default``,
with the types string, int, float, boolean, list (of strings) and rows (maps, for writing); ``= null`` makes one
optional without a default. ``returns`` names the columns in order. Either may be empty. Further comment lines are free.

A query that comes in stretches names in ``order`` the columns by which its rows stand, as ``ORDER BY`` has them before
``SKIP $offset LIMIT $limit``, and in ``sorts`` those by which they may be sorted instead (``graph.arranging``).

Where ``graph.computed`` makes the answer from the rows, ``// fetched:`` names the columns of the statement,
``// further:`` the read queries that are asked besides; then ``params`` may hold some that the statement does not use.
"""
