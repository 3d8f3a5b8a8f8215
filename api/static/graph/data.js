// The graph as it was given, and what was brought to it since: nodes and edges by their names, and what is near what.
// Words from documents only ever become text nodes or are painted; nothing in this folder builds HTML from them.
"use strict";

window.picture = { byId: (id) => document.getElementById(id) };

{
  const p = window.picture, given = JSON.parse(p.byId("picture").textContent);
  p.alone = p.byId("stage").hasAttribute("data-alone"); // a file of its own: there is no server to ask
  p.options = given.options;
  p.lines = given.lines;
  p.edges = new Map();
  p.near = new Map(); // the edges of each node
  p.nodes = new vis.DataSet();

  // Edges come as [from, to, kind, derived], with the places of their ends in the list of nodes.
  p.unpacked = ({ nodes, edges }, prefix = "") => edges.map(([from, to, kind, derived], number) => (
    { id: `${prefix}e${number}`, from: nodes[from].id, to: nodes[to].id, kind, derived: Boolean(derived) }));
  p.take = (nodes, edges) => {
    for (const node of nodes) p.near.set(node.id, []);
    p.nodes.add(nodes);
    for (const edge of edges) {
      p.edges.set(edge.id, edge);
      p.near.get(edge.from).push(edge);
      if (edge.to !== edge.from) p.near.get(edge.to).push(edge);
    }
  };
  p.take(given.nodes, p.unpacked(given));

  let said = null; // facts stand after the picture in the page, and are read when someone asks
  p.facts = () => (said ??= JSON.parse(p.byId("facts").textContent));
  // What is known of an edge follows from its ends where nothing else was said.
  p.about = (id) => {
    const known = p.facts()[id], edge = p.edges.get(id);
    if (!edge) return known;
    const [from, to] = [p.facts()[edge.from], p.facts()[edge.to]];
    return { kind_name: p.lines[edge.kind].name, label: `${from.label} → ${to.label}`,
      page: edge.to.startsWith("item:") ? to.page : from.page, facts: [], ...known };
  };
}
