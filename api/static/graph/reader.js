// What the reader does, once the whole page is there.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const p = window.picture, { network, byId } = p;
  network.on("click", (event) => {
    const edge = event.nodes.length ? null : p.edgeAt(event.pointer.canvas, p.shownEdges());
    if (event.nodes.length) p.chooseNode(event.nodes[0], false);
    else if (edge) p.chooseEdge(edge.id);
    else p.close();
  });
  network.on("dragEnd", (event) => {
    if (event.nodes.length !== 1) return;
    const { x, y } = network.getPosition(event.nodes[0]);
    p.hold(event.nodes[0], [x, y]);
  });
  network.on("hoverNode", () => { byId("canvas").style.cursor = "pointer"; });
  network.on("blurNode", () => { byId("canvas").style.cursor = ""; });
  for (const entry of document.querySelectorAll(".entry[data-kind]")) {
    entry.addEventListener("click", () => p.change((s) => {
      const off = entry.dataset.part === "node" ? s.offNode : s.offEdge;
      if (!off.delete(entry.dataset.kind)) off.add(entry.dataset.kind);
    }));
  }
  const does = { undo: p.undo, expand: p.expand, collapse: p.collapse, path: p.path, pin: p.pin, close: p.close,
    fit: () => p.fit({ duration: 300 }), names: () => p.change((s) => { s.names = !s.names; }), share: p.share, png: p.png };
  for (const [id, act] of Object.entries(does)) byId(id)?.addEventListener("click", act);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") p.close();
    else if (event.key === "z" && (event.ctrlKey || event.metaKey) && event.target.tagName !== "INPUT") p.undo();
  });
  if (window.innerWidth <= 820) byId("legend").open = false; // there it would cover the picture
  const ready = () => {
    byId("stage").setAttribute("data-ready", "true");
    performance.mark("ready");
    void p.readAddress();
  };
  if (performance.getEntriesByName("drawn").length) ready(); else network.once("afterDrawing", ready);
});
