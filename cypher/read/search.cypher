// Where do these words stand: in documents, units, projects or items?
// zh: 这些文字出现在哪些文件、单位、项目或条目中？
// params: text string, phrase string = null, limit int = 20
// returns: kind, key, label, context, score
// All words of the text (a space between) must stand in what is found. phrase: text as a full-text query
// (graph.search_text.phrase_of), which finds the items to look at; the embedded server's index minds no order of
// words, so they are checked here. null: all items are looked at, which also serves what the index cannot hold (a
// single character). A name scores from 1 up, by how much of it the text is; an item less than 1.
CALL () {
  MATCH (d:Document)
  WHERE all(word IN split(toLower(trim($text)), ' ') WHERE toLower(d.title) CONTAINS word)
  RETURN 'document' AS kind, d.key AS key, d.title AS label, d.doc_number AS context,
    1.0 + toFloat(size($text)) / size(d.title) AS score
  ORDER BY score DESC, key LIMIT $limit
  UNION ALL
  MATCH (d:Document)
  WHERE toLower(d.doc_number) CONTAINS toLower(trim($text))
    AND NOT all(word IN split(toLower(trim($text)), ' ') WHERE toLower(coalesce(d.title, '')) CONTAINS word)
  RETURN 'document' AS kind, d.key AS key, coalesce(d.title, d.doc_number) AS label, d.doc_number AS context,
    1.0 + toFloat(size($text)) / size(d.doc_number) AS score
  ORDER BY score DESC, key LIMIT $limit
  UNION ALL
  MATCH (u:Unit)
  WHERE all(word IN split(toLower(trim($text)), ' ') WHERE toLower(u.name) CONTAINS word)
  RETURN 'unit' AS kind, u.key AS key, u.name AS label, u.jurisdiction AS context,
    1.0 + toFloat(size($text)) / size(u.name) AS score
  ORDER BY score DESC, key LIMIT $limit
  UNION ALL
  MATCH (p:Project)
  WHERE all(word IN split(toLower(trim($text)), ' ') WHERE toLower(p.name) CONTAINS word)
  RETURN 'project' AS kind, p.key AS key, p.name AS label, p.jurisdiction AS context,
    1.0 + toFloat(size($text)) / size(p.name) AS score
  ORDER BY score DESC, key LIMIT $limit
  UNION ALL
  WITH $phrase AS phrase WHERE phrase IS NOT NULL
  CALL db.index.fulltext.queryNodes('item_text', phrase) YIELD node, score AS found
  WITH node, found
  WHERE all(word IN split(toLower(trim($text)), ' ') WHERE toLower(node.text) CONTAINS word)
  WITH node, found
  ORDER BY found DESC, node.key LIMIT $limit
  WITH node AS i, found, size(split(toLower(node.text), split(toLower(trim($text)), ' ')[0])[0]) AS at
  RETURN 'item' AS kind, i.key AS key, i.heading AS label,
    substring(i.text, CASE WHEN at < 30 OR at = size(i.text) THEN 0 ELSE at - 30 END, 100) AS context,
    found / (1.0 + found) AS score
  ORDER BY score DESC, key LIMIT $limit
  UNION ALL
  WITH $phrase AS phrase WHERE phrase IS NULL
  MATCH (i:Item)
  WHERE all(word IN split(toLower(trim($text)), ' ') WHERE toLower(i.text) CONTAINS word)
  WITH i, size(split(toLower(i.text), split(toLower(trim($text)), ' ')[0])[0]) AS at
  RETURN 'item' AS kind, i.key AS key, i.heading AS label,
    substring(i.text, CASE WHEN at < 30 THEN 0 ELSE at - 30 END, 100) AS context,
    1.0 / (2.0 + at) AS score
  ORDER BY score DESC, key LIMIT $limit
}
WITH kind, key, label, context, score
WHERE trim($text) <> ''
RETURN kind, key, label, context, score
ORDER BY score DESC, kind, key
LIMIT $limit
