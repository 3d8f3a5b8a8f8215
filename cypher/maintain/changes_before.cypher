// How far was each line of the log before a moment?
// zh: 某一时刻之前，日志各行到何处？
// params: since string
// returns: line, turn
// before: in the order of changes, whatever the clock said meanwhile. Without a change since then: all.
CALL () {
  MATCH (c:Change)
  WHERE c.at >= $since
  RETURN min(c.number) AS first
}
MATCH (c:Change)
WHERE first IS NULL OR c.number < first
RETURN c.line AS line, max(c.turn) AS turn
ORDER BY line
