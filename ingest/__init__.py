"""From a file to what it claims, one stage a module.

    file ─ reading ─▶ SourceText ─ structure ─▶ Structure ─ extract.* ─▶ clauses, references, targets, projects
         ─ resolve ─▶ names with their place ─ pipeline ─▶ ParsedDocument ─ to_graph ─▶ graph.records

Each stage reads only the stages before it; an import contract keeps it so.
"""
