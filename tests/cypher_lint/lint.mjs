// Reads [{name, text, parameters}] from stdin; prints [{name, version, problems: [message]}] for what Neo4j would refuse.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { lintCypherQuery } = createRequire(import.meta.url)("@neo4j-cypher/language-support");
const found = [];
for (const { name, text, parameters } of JSON.parse(readFileSync(0, "utf-8"))) {
  for (const defaultLanguage of ["CYPHER 5", "CYPHER 25"]) {
    const result = lintCypherQuery(text, { defaultLanguage, parameters });
    const problems = (result.diagnostics ?? result).filter((each) => each.severity === 1).map((each) => each.message);
    if (problems.length > 0) found.push({ name, version: defaultLanguage, problems });
  }
}
console.log(JSON.stringify(found));
