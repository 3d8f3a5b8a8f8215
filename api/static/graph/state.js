// What the reader has chosen: kinds and nodes hidden, nodes brought and pinned, what is looked at. Undo goes back in it.
"use strict";

{
  const p = window.picture, KEPT = 100; // steps back
  p.empty = () => ({ offNode: new Set(), offEdge: new Set(), gone: new Set(), more: new Set(), pins: new Map(),
    at: "", edge: "", from: "", path: [], names: false });
  const copy = (s) => ({ ...s, offNode: new Set(s.offNode), offEdge: new Set(s.offEdge), gone: new Set(s.gone),
    more: new Set(s.more), pins: new Map(s.pins), path: [...s.path] });
  const past = [];
  p.state = p.empty();
  p.canUndo = () => past.length > 0;
  p.change = (how) => {
    past.push(copy(p.state));
    if (past.length > KEPT) past.shift();
    how(p.state);
    p.refresh();
  };
  p.undo = () => {
    if (!past.length) return;
    const pins = p.state.pins;
    p.state = past.pop();
    for (const id of new Set([...pins.keys(), ...p.state.pins.keys()])) p.put(id, p.state.pins.get(id));
    p.refresh();
  };

  const isHidden = (node) => p.state.offNode.has(node.group) || p.state.gone.has(node.id) ||
    Boolean(node.by && !p.state.more.has(node.by));
  p.hidden = () => new Set(p.nodes.get().filter(isHidden).map((node) => node.id));
  p.isShown = (edge, hidden) => !p.state.offEdge.has(edge.kind) && !hidden.has(edge.from) && !hidden.has(edge.to) &&
    !(edge.by && !p.state.more.has(edge.by));
  // Nodes and edges that stay bright while something is looked at; null: all do.
  p.kept = () => {
    const { at, edge, path, pins } = p.state, one = p.edges.get(edge);
    if (path.length) {
      const steps = path.slice(1).flatMap((id, n) => p.between(path[n], id));
      return { nodes: new Set(path), edges: steps };
    }
    if (one) return { nodes: new Set([one.from, one.to]), edges: [one] };
    if (!at) return null;
    const ways = p.near.get(at);
    return { nodes: new Set([at, ...pins.keys(), ...ways.flatMap((way) => [way.from, way.to])]), edges: ways };
  };
  p.between = (a, b) => p.near.get(b).filter((edge) => edge.from === a || edge.to === a);
}
