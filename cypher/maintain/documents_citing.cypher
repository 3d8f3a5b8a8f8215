// Which held documents cite a document?
// zh: 哪些已收录文件引用某文件？
// params: document string
// returns: document
MATCH (:Document {key: $document})<-[r:CITES]-()
WITH DISTINCT r.document AS document
RETURN document
ORDER BY document
