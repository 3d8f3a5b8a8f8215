// On which level of government do these documents stand?
// zh: 这些文件属于哪一级（中央、省、市、区县）？
// params: documents list
// returns: document, title, doc_number, issued_on, status, jurisdiction, level, level_from
// level_from: jurisdiction (the place a held document speaks for), number (国发, 国办发 …) or title (which begins with
// its issuer: 国务院…, 北京市…); null with level where none of them tells.
UNWIND $documents AS key
MATCH (d:Document {key: key})
CALL (d) {
  MATCH (g:Region {name: d.jurisdiction})
  RETURN collect(DISTINCT g.level) AS spoken
}
CALL (d) {
  MATCH (g:Region)
  WHERE d.title STARTS WITH g.name
  WITH g ORDER BY size(g.name) DESC, g.key
  RETURN collect(g.level) AS titled
}
WITH d, spoken, titled,
  any(start IN ['国发', '国办', '国函', '国令', '中发', '中办'] WHERE d.doc_number STARTS WITH start) AS numbered,
  any(start IN ['中共中央', '国务院', '国家', '中华人民共和国', '全国人民代表大会'] WHERE d.title STARTS WITH start) AS central
WITH d, CASE WHEN size(spoken) = 1 THEN [spoken[0], 'jurisdiction'] WHEN numbered THEN ['nation', 'number']
  WHEN central THEN ['nation', 'title'] WHEN size(titled) > 0 THEN [titled[0], 'title'] ELSE [null, null] END AS found
RETURN d.key AS document, d.title AS title, d.doc_number AS doc_number, d.issued_on AS issued_on, d.status AS status,
  d.jurisdiction AS jurisdiction, found[0] AS level, found[1] AS level_from
ORDER BY document
