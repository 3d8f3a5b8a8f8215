// What stands around a node is brought from the server and put away again.
"use strict";

{
  const p = window.picture, brought = new Set();
  const cell = (x, y) => `${Math.round(x / 132)} ${Math.round(y / 50)}`; // the room of a label
  const free = (taken, x, y) => {
    for (let ring = 0; ring < 200; ring += 1) {
      const turn = ring * 2.4, away = 40 * Math.sqrt(ring);
      const [px, py] = [x + 2 * away * Math.cos(turn), y + away * Math.sin(turn)];
      if (!taken.has(cell(px, py))) { taken.add(cell(px, py)); return { x: px, y: py }; }
    }
    return { x, y };
  };
  // Whether its neighbours are there now.
  p.bring = async (id) => {
    if (brought.has(id)) return true;
    if (p.alone || !/^(unit|collective|document):/.test(id) || !p.near.has(id)) return false;
    const answer = await fetch(`/graph/beside?${new URLSearchParams({ node: id })}`);
    if (!answer.ok) return false;
    brought.add(id);
    const more = await answer.json(), centre = p.network.getPosition(id);
    const taken = new Set(Object.values(p.network.getPositions()).map(({ x, y }) => cell(x, y)));
    const fresh = more.nodes.filter((node) => !p.near.has(node.id));
    const words = (edge, said) => `${edge.from} ${edge.to} ${edge.kind} ${said?.start ?? ""}`;
    const known = new Set([...p.edges.values()].map((edge) => words(edge, p.facts()[edge.id])));
    const ways = p.unpacked(more).filter((edge) => !known.has(words(edge, more.facts[edge.id])));
    Object.assign(p.lines, more.lines);
    for (const node of fresh) p.facts()[node.id] = more.facts[node.id];
    for (const edge of ways) p.facts()[`${id} ${edge.id}`] = more.facts[edge.id];
    p.take(fresh.map((node) => ({ ...node, ...free(taken, node.x + centre.x, node.y + centre.y), by: id })),
      ways.map((edge) => ({ ...edge, id: `${id} ${edge.id}`, by: id })));
    return true;
  };
  p.expand = async () => {
    const id = p.state.at, good = await p.bring(id);
    p.change((s) => {
      if (good) s.more.add(id);
      for (const edge of p.near.get(id)) { s.gone.delete(edge.from); s.gone.delete(edge.to); }
    });
  };
  // What hangs on nothing else goes; what is pinned stays.
  p.collapse = () => p.change((s) => {
    const hidden = p.hidden();
    s.more.delete(s.at);
    for (const edge of p.near.get(s.at)) {
      const other = edge.from === s.at ? edge.to : edge.from;
      const elsewhere = p.near.get(other).some((one) => one.from !== s.at && one.to !== s.at &&
        !hidden.has(one.from === other ? one.to : one.from));
      if (!elsewhere && !s.pins.has(other) && other !== s.at) s.gone.add(other);
    }
  });
}
