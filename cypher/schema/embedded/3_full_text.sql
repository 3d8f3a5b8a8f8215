-- Words of Chinese text, as pairs of neighbouring characters. The embedded server makes this index by SQL alone.
CREATE PROPERTY Item.text IF NOT EXISTS STRING;
CREATE INDEX item_text IF NOT EXISTS ON Item (text) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.cjk.CJKAnalyzer"};
