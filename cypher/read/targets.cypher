// Which targets are set, for which year, in which words?
// zh: 提出了哪些目标（可按文字和年份查找）？
// params: text string = null, year string = null, document string = null, measure string = null, limit int = 50, offset int = 0
// returns: key, item, document, document_title, path, metric, comparator, value, unit, deadline, start, end, quote
// order: document, start, key
// sorts: metric = t.metric, value = t.value, deadline = t.deadline
MATCH (t:Target)
WHERE ($text IS NULL OR toLower(t.metric) CONTAINS toLower($text) OR toLower(t.quote) CONTAINS toLower($text))
  AND ($year IS NULL OR t.deadline STARTS WITH $year) AND ($document IS NULL OR t.document = $document)
  AND ($measure IS NULL OR t.unit = $measure)
WITH t
ORDER BY t.document, t.start, t.key
SKIP $offset LIMIT $limit
MATCH (t)<-[:SETS]-(s)
MATCH (d:Document {key: t.document})
WITH t, s, d
ORDER BY t.document, t.start, t.key
RETURN t.key AS key, CASE WHEN s:Item THEN s.key END AS item, d.key AS document, d.title AS document_title,
  s.path AS path, t.metric AS metric, t.comparator AS comparator, t.value AS value, t.unit AS unit,
  t.deadline AS deadline, t.start AS start, t.`end` AS `end`, t.quote AS quote
