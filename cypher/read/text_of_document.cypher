// What is the whole text of a document, in which all offsets count?
// zh: 某文件的全文是什么（各处起止位置均以此计）？
// params: document string
// returns: text
MATCH (d:Document {key: $document})
WHERE d.text IS NOT NULL
RETURN d.text AS text
