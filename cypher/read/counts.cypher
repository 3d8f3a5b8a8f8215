// How much does the store hold?
// zh: 库中各有多少内容？
// params: expand string = 'written'
// returns: documents_held, documents_cited, sections, items, units, collective_units, responsibilities, citations, targets, projects, regions
// remembered: yes
// expand: written, or members: then units that no document names, members of collectives and successors, count too.
CALL () { MATCH (d:Document {status: 'held'}) RETURN count(*) AS documents_held }
CALL () { MATCH (d:Document {status: 'cited'}) RETURN count(*) AS documents_cited }
CALL () { MATCH (s:Section) RETURN count(*) AS sections }
CALL () { MATCH (i:Item {kind: 'measure'}) RETURN count(*) AS items }
CALL () {
  MATCH (u:Unit)
  WHERE $expand = 'members' OR coalesce(u.derived, false) = false
  RETURN count(*) AS units
}
CALL () { MATCH (u:CollectiveUnit) RETURN count(*) AS collective_units }
CALL () { MATCH ()-[r:RESPONSIBLE_FOR]->() RETURN count(r) AS responsibilities }
CALL () { MATCH ()-[r:CITES]->() RETURN count(r) AS citations }
CALL () { MATCH (t:Target) RETURN count(*) AS targets }
CALL () { MATCH (p:Project) RETURN count(*) AS projects }
CALL () { MATCH (g:Region) RETURN count(*) AS regions }
RETURN documents_held, documents_cited, sections, items, units, collective_units, responsibilities, citations, targets,
  projects, regions
