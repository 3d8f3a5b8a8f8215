// Makes what is seen agree with the state. What is out of focus is not changed but covered: that takes no longer for
// ten thousand nodes than for ten.
"use strict";

{
  const p = window.picture, NAMED = 60; // edges in focus: of more, names would lie on each other
  p.network = new vis.Network(p.byId("canvas"), { nodes: p.nodes, edges: new vis.DataSet() }, p.options);
  let shown = [...p.edges.values()], focus = null;

  const cover = (pen) => {
    const from = p.network.DOMtoCanvas({ x: 0, y: 0 }), box = p.byId("canvas");
    const to = p.network.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight });
    pen.globalAlpha = 0.86;
    pen.fillStyle = p.PAPER;
    pen.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
    pen.globalAlpha = 1;
  };
  p.network.on("beforeDrawing", (pen) => {
    p.strokeEdges(pen, shown, false);
    if (p.state.names && !focus) p.nameEdges(pen, shown);
  });
  p.network.on("afterDrawing", (pen) => {
    if (!focus) return;
    cover(pen);
    p.strokeEdges(pen, focus.edges, Boolean(p.state.edge) || p.state.path.length > 0);
    if (p.state.names || focus.edges.length <= NAMED) p.nameEdges(pen, focus.edges);
    for (const id of focus.nodes) {
      const drawn = p.network.body.nodes[id].draw(pen);
      drawn?.drawExternalLabel?.();
    }
  });
  p.shownEdges = () => shown;
  p.refresh = () => {
    const { state } = p, hidden = p.hidden();
    const changed = p.nodes.get().map((node) => (
      { id: node.id, hidden: hidden.has(node.id), borderWidth: state.pins.has(node.id) ? 4 : p.options.nodes.borderWidth }));
    p.nodes.update(changed.filter((next) => {
      const node = p.nodes.get(next.id);
      return next.hidden !== Boolean(node.hidden) || next.borderWidth !== (node.borderWidth ?? p.options.nodes.borderWidth);
    }));
    shown = [...p.edges.values()].filter((edge) => p.isShown(edge, hidden));
    const kept = p.kept();
    focus = kept && { nodes: [...kept.nodes].filter((id) => !hidden.has(id)),
      edges: kept.edges.filter((edge) => p.isShown(edge, hidden)) };
    for (const entry of document.querySelectorAll(".entry[data-kind]")) {
      const off = entry.dataset.part === "node" ? state.offNode : state.offEdge;
      entry.setAttribute("aria-pressed", String(!off.has(entry.dataset.kind)));
    }
    p.byId("names").setAttribute("aria-pressed", String(state.names));
    p.byId("undo").disabled = !p.canUndo();
    p.network.setSelection({ nodes: state.path.length ? state.path : state.at ? [state.at] : [], edges: [] });
    p.network.redraw();
    p.fillPanel();
    p.writeAddress();
  };
  p.fit = (animation) => {
    p.network.fit({ animation, maxZoomLevel: 1.3 });
    const wide = p.byId("stage").clientWidth > 820; // there the legend stands on the left
    if (!wide && !animation) p.network.moveTo({ scale: Math.max(p.network.getScale(), 0.42) }); // else all are dots
    if (wide && !animation) p.network.moveTo({ scale: p.network.getScale() * 0.96, offset: { x: 90, y: 18 } });
  };
  p.lookAt = (id) => p.network.focus(id, { scale: Math.max(p.network.getScale(), 0.9), animation: { duration: 300 } });
  p.chooseNode = (id, move) => {
    if (!p.near.has(id)) return;
    Object.assign(p.state, { at: id, edge: "", path: [] });
    p.refresh();
    p.byId("panel").scrollTop = 0;
    if (move) p.lookAt(id);
  };
  p.chooseEdge = (id) => { Object.assign(p.state, { at: "", edge: id, path: [] }); p.refresh(); };
  p.close = () => { Object.assign(p.state, { at: "", edge: "", path: [] }); p.refresh(); };
  p.placeOf = (id) => p.network.canvasToDOM(p.network.getPosition(id)); // for people at the console, and for tests

  p.fit(false);
  p.network.once("afterDrawing", () => performance.mark("drawn"));
}
