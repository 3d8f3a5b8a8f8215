"""What is read out of a document once its structure is known: clauses, references, targets, projects.

``clauses.read_clauses`` is the grammar of responsibility clauses. Its way, one module a step: ``statements`` finds
where one may stand (``bracket`` pairs brackets, ``names_alone`` finds those that hold nothing but names,
``task_tables`` reads rows), ``draft`` sets its notes aside (``conventions``, ``everywhere``, ``deadlines``), ``roles``
tells which words give which role, ``unit_list`` takes the lists apart, ``sharing`` completes names from their
neighbours, ``passages`` says what each clause governs. The words are in ``ingest/data/clauses.toml`` (loaded by
``cues`` and ``names``).
"""
