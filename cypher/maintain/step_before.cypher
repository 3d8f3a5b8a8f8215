// Which step of the log was the last before a moment?
// zh: 某一时刻之前的最后一条改动是第几条？
// params: since string
// returns: step
// before: in the order of changes, whatever the clock said meanwhile. Null: nothing was changed since then.
MATCH (c:Change)
WHERE c.at >= $since AND c.step IS NOT NULL
RETURN min(c.step) - 1 AS step
