// How is a document divided into sections, measures and passages?
// zh: 某文件分为哪些章节、条目和段落？
// params: document string
// returns: key, kind, parent, path, ordinal, label, heading, text, start, end
CALL () {
  MATCH (s:Section {document: $document})
  RETURN s.key AS key, 'section' AS kind, s.document AS parent, null AS path, s.ordinal AS ordinal, s.label AS label,
    s.heading AS heading, null AS text, s.start AS start, s.`end` AS `end`, 0 AS depth
  UNION ALL
  MATCH (i:Item {document: $document})-[:PART_OF]->(p)
  RETURN i.key AS key, i.kind AS kind, p.key AS parent, i.path AS path, i.ordinal AS ordinal, i.label AS label,
    i.heading AS heading, i.text AS text, i.start AS start, i.`end` AS `end`,
    CASE i.kind WHEN 'measure' THEN 1 ELSE 2 END AS depth
}
RETURN key, kind, parent, path, ordinal, label, heading, text, start, `end`
ORDER BY start, depth, ordinal, key
