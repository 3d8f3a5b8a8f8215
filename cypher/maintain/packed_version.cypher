// What did a document claim, as it was read?
// zh: 某版本按原文读出的内容是什么？
// params: version string
// returns: packed
MATCH (v:Version {key: $version})
RETURN v.packed AS packed
