// Reads [{name, text, parameters}] from stdin; prints [{name, problems: [message]}] for what Neo4j would refuse.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { lintCypherQuery } = createRequire(import.meta.url)("@neo4j-cypher/language-support");
const found = [];
for (const { name, text, parameters } of JSON.parse(readFileSync(0, "utf-8"))) {
  const result = lintCypherQuery(text, { defaultLanguage: "CYPHER 25", parameters });
  const problems = (result.diagnostics ?? result).filter((each) => each.severity === 1).map((each) => each.message);
  if (problems.length > 0) found.push({ name, problems });
}
console.log(JSON.stringify(found));
