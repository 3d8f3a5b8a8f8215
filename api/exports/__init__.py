"""Answers as files: tables (CSV, XLSX, JSON Lines), subgraphs (GraphML, GEXF, JSON-LD, Cytoscape), the 督办台账.

Nothing of the web is known here; ``api.routes.exports`` and the command line hand these files out.
"""
