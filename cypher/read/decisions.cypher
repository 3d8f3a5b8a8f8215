// What did people decide about units, documents, roles and lists of names?
// zh: 人工作过哪些决定（单位异同、文件异同、角色、拆分）？
// params: about string = null, limit int = 50, offset int = 0
// returns: key, about, subject, object, verdict, who, when, why
// order: when desc, key
// sorts: when, who, subject, about
// about: unit, document, role or split.
MATCH (n:Decision)
WHERE $about IS NULL OR n.about = $about
RETURN n.key AS key, n.about AS about, n.subject AS subject, n.`object` AS `object`, n.verdict AS verdict,
  n.who AS who, n.`when` AS `when`, n.why AS why
ORDER BY `when` DESC, key
SKIP $offset LIMIT $limit
