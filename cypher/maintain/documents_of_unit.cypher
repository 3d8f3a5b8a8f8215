// Which held documents speak of a unit, whatever it is called there?
// zh: 哪些已收录文件提到某单位？
// params: unit string
// returns: document
MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR|ISSUED|ADDRESSED_TO]-()
WITH DISTINCT r.document AS document
RETURN document
ORDER BY document
