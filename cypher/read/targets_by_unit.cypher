// Which units answer for how many targets, and for which?
// zh: 各单位承担多少目标，是哪些目标？
// params: document string = null, text string = null, year string = null, examples int = 3, limit int = 50, offset int = 0
// returns: unit, name, jurisdiction, collective, targets, lead, items, documents, next, examples
// remembered: yes
// order: targets desc, unit
// sorts: name, lead, items, next
// A target is that of every unit of its item. lead: those of items that the unit leads. next: the first deadline among them.
MATCH (t:Target)<-[:SETS]-(s:Item)<-[r:RESPONSIBLE_FOR]-(u:Unit)
WHERE r.derived = false AND ($document IS NULL OR t.document = $document)
  AND ($text IS NULL OR toLower(t.metric) CONTAINS toLower($text) OR toLower(t.quote) CONTAINS toLower($text))
  AND ($year IS NULL OR t.deadline STARTS WITH $year)
WITH u, s, t, max(CASE WHEN r.role = 'lead' THEN 1 ELSE 0 END) AS led
ORDER BY coalesce(t.deadline, '9999'), t.document, t.start, t.key
WITH u, count(*) AS targets, sum(led) AS lead, count(DISTINCT s.key) AS items, count(DISTINCT t.document) AS documents,
  min(t.deadline) AS next,
  collect({target: t.key, item: CASE WHEN s:Item THEN s.key END, document: t.document, metric: t.metric,
    comparator: t.comparator, value: t.value, measure: t.unit, deadline: t.deadline, start: t.start, `end`: t.`end`,
    quote: t.quote}) AS all
RETURN u.key AS unit, u.name AS name, u.jurisdiction AS jurisdiction, u:CollectiveUnit AS collective, targets, lead,
  items, documents, next, all[0..$examples] AS examples
ORDER BY targets DESC, unit
SKIP $offset LIMIT $limit
