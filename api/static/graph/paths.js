// The shortest way between two nodes, over edges that are shown; and nodes held at a place.
"use strict";

{
  const p = window.picture;
  const way = (from, to) => {
    const hidden = p.hidden(), back = new Map([[from, null]]), queue = [from];
    for (const id of queue) {
      if (id === to) break;
      for (const edge of p.near.get(id)) {
        const other = edge.from === id ? edge.to : edge.from;
        if (back.has(other) || !p.isShown(edge, hidden)) continue;
        back.set(other, id);
        queue.push(other);
      }
    }
    const steps = [];
    for (let id = back.has(to) ? to : null; id !== null; id = back.get(id)) steps.unshift(id);
    return steps;
  };
  p.path = () => {
    const { from, at } = p.state, steps = from && from !== at ? way(from, at) : [];
    p.change((s) => {
      if (steps.length) Object.assign(s, { path: steps, from: "" });
      else if (!from || from === at) s.from = at;
    });
    if (from && from !== at && !steps.length) p.show(p.byId("path-note"), "图中没有相连的路径");
  };
  // Puts a node at a place; without one, back to where it stood at first.
  p.put = (id, place) => {
    const home = p.nodes.get(id), [x, y] = place ?? [home.x, home.y];
    p.network.moveNode(id, x, y);
  };
  p.hold = (id, place) => p.change((s) => {
    s.pins.set(id, place);
    p.put(id, place);
    Object.assign(s, { at: id, edge: "", path: [] });
  });
  p.pin = () => {
    const id = p.state.at, { x, y } = p.network.getPosition(id);
    if (!p.state.pins.has(id)) { p.hold(id, [x, y]); return; }
    p.change((s) => { s.pins.delete(id); p.put(id); });
  };
}
