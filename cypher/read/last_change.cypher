// When was something last loaded, and when decided?
// zh: 最近一次装载和最近一次人工决定是什么时候？
// params:
// returns: documents, versions, loaded_at, decisions, decided_at
// documents: held ones; versions and decisions: how many there are. Null where there is none.
CALL () {
  MATCH (d:Document {status: 'held'})
  RETURN count(d) AS documents
}
CALL () {
  MATCH (v:Version)
  RETURN count(v) AS versions, max(v.loaded_at) AS loaded_at
}
CALL () {
  MATCH (n:Decision)
  RETURN count(n) AS decisions, max(n.`when`) AS decided_at
}
RETURN documents, versions, loaded_at, decisions, decided_at
