// How many targets fall due in which year, and which?
// zh: 各年度有多少目标到期，是哪些目标？
// params: document string = null, text string = null, examples int = 3, limit int = 50, offset int = 0
// returns: year, targets, items, documents, examples
// remembered: yes
// order: year
// sorts: targets, items, documents
// year is null for targets that give none.
MATCH (t:Target)<-[:SETS]-(s)
WHERE ($document IS NULL OR t.document = $document)
  AND ($text IS NULL OR toLower(t.metric) CONTAINS toLower($text) OR toLower(t.quote) CONTAINS toLower($text))
WITH t, s ORDER BY t.deadline, t.document, t.start, t.key
WITH left(t.deadline, 4) AS year, count(*) AS targets, count(DISTINCT CASE WHEN s:Item THEN s.key END) AS items,
  count(DISTINCT t.document) AS documents,
  collect({target: t.key, item: CASE WHEN s:Item THEN s.key END, document: t.document, metric: t.metric,
    comparator: t.comparator, value: t.value, measure: t.unit, deadline: t.deadline, start: t.start, `end`: t.`end`,
    quote: t.quote}) AS all
RETURN year, targets, items, documents, all[0..$examples] AS examples
ORDER BY coalesce(year, '9999')
SKIP $offset LIMIT $limit
