// What did people decide about these things?
// zh: 人工对这些对象作过哪些决定？
// params: subjects list
// returns: about, subject, object, verdict, who, when, why
UNWIND $subjects AS subject
MATCH (n:Decision {subject: subject})
RETURN n.about AS about, n.subject AS subject, n.`object` AS `object`, n.verdict AS verdict, n.who AS who,
  n.`when` AS `when`, n.why AS why
ORDER BY n.`when`, n.key
