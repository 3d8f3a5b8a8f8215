// Which versions go with their document?
// zh: 删除某文件的全部版本。
// params: document string
// returns:
MATCH (v:Version {document: $document})
DELETE v
