// What is asked for by something other than its key.
CREATE INDEX document_status IF NOT EXISTS FOR (n:Document) ON (n.status);
CREATE INDEX document_title IF NOT EXISTS FOR (n:Document) ON (n.title_key);
CREATE INDEX version_document IF NOT EXISTS FOR (n:Version) ON (n.document);
CREATE INDEX change_step IF NOT EXISTS FOR (n:Change) ON (n.step);
CREATE INDEX decision_subject IF NOT EXISTS FOR (n:Decision) ON (n.subject);
CREATE INDEX section_document IF NOT EXISTS FOR (n:Section) ON (n.document);
CREATE INDEX item_document IF NOT EXISTS FOR (n:Item) ON (n.document);
CREATE INDEX target_document IF NOT EXISTS FOR (n:Target) ON (n.document);
CREATE INDEX unit_name IF NOT EXISTS FOR (n:Unit) ON (n.name);
CREATE INDEX project_name IF NOT EXISTS FOR (n:Project) ON (n.name);
CREATE INDEX region_name IF NOT EXISTS FOR (n:Region) ON (n.name);
