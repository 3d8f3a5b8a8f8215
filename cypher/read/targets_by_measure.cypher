// In which measures are targets counted, how many, from which value to which?
// zh: 目标以哪些计量单位表示，各有多少，最小和最大值是多少？
// params: document string = null, text string = null, year string = null, examples int = 3, limit int = 50, offset int = 0
// returns: measure, targets, smallest, largest, items, documents, examples
// remembered: yes
// order: targets desc, measure
// sorts: measure, items, documents
// measure: 所, 个, %, 亿元 … smallest and largest are of different things unless text names one metric.
MATCH (t:Target)<-[:SETS]-(s)
WHERE ($document IS NULL OR t.document = $document)
  AND ($text IS NULL OR toLower(t.metric) CONTAINS toLower($text) OR toLower(t.quote) CONTAINS toLower($text))
  AND ($year IS NULL OR t.deadline STARTS WITH $year)
WITH t, s ORDER BY t.document, t.start, t.key
WITH t.unit AS measure, count(*) AS targets, min(t.value) AS smallest, max(t.value) AS largest,
  count(DISTINCT CASE WHEN s:Item THEN s.key END) AS items, count(DISTINCT t.document) AS documents,
  collect({target: t.key, item: CASE WHEN s:Item THEN s.key END, document: t.document, metric: t.metric,
    comparator: t.comparator, value: t.value, measure: t.unit, deadline: t.deadline, start: t.start, `end`: t.`end`,
    quote: t.quote}) AS all
RETURN measure, targets, smallest, largest, items, documents, all[0..$examples] AS examples
ORDER BY targets DESC, measure
SKIP $offset LIMIT $limit
