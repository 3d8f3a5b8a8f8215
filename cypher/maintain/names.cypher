// What is everything called that is looked up by its name?
// zh: 可按名称查找的单位、文件、项目和地区都叫什么？
// params:
// returns: kind, key, name, number, place, weight
// For api.suggesting. weight: of a unit and a project the items that name it, of a document its own items, of a region
// the units in it.
CALL () {
  MATCH (u:Unit)
  OPTIONAL MATCH (u)-[r:RESPONSIBLE_FOR]->(:Item)
  WITH u, count(r) AS weight
  RETURN CASE WHEN u:CollectiveUnit THEN 'collective' ELSE 'unit' END AS kind, u.key AS key, u.name AS name,
    null AS number, u.jurisdiction AS place, weight
  UNION ALL
  MATCH (d:Document)
  OPTIONAL MATCH (i:Item {document: d.key})
  WITH d, count(i) AS weight
  RETURN CASE d.status WHEN 'held' THEN 'document' ELSE 'cited' END AS kind, d.key AS key,
    coalesce(d.title, d.doc_number, d.key) AS name, d.doc_number AS number, d.jurisdiction AS place, weight
  UNION ALL
  MATCH (p:Project)
  OPTIONAL MATCH (:Item)-[n:NAMES]->(p)
  WITH p, count(n) AS weight
  RETURN 'project' AS kind, p.key AS key, p.name AS name, null AS number, p.jurisdiction AS place, weight
  UNION ALL
  MATCH (g:Region)
  OPTIONAL MATCH (:Unit)-[r:IN_REGION]->(g)
  WITH g, count(r) AS weight
  RETURN 'region' AS kind, g.key AS key, g.name AS name, null AS number, null AS place, weight
}
RETURN kind, key, name, number, place, weight
ORDER BY weight DESC, size(name), kind, key
