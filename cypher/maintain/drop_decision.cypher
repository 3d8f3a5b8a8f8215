// Which decision is taken back?
// zh: 撤回一项人工决定。
// params: key string
// returns: about, subject, object, verdict, who, when, why
MATCH (n:Decision {key: $key})
WITH n, n.about AS about, n.subject AS subject, n.`object` AS `object`, n.verdict AS verdict, n.who AS who,
  n.`when` AS `when`, n.why AS why
DELETE n
RETURN about, subject, `object`, verdict, who, `when`, why
