// Edges, drawn by kind in one stroke each. As objects of vis-network, thousands of them would take as long to make as
// all the rest of a page, and each change of what is shown as long again.
"use strict";

{
  const p = window.picture, LABEL = 10, NEAR = 6; // pixels
  const INK = "#1f2933", QUIET = "#5f6b78", MANY = 3000; // edges: more than so many are drawn without dashes
  p.PAPER = "#fbfaf8";
  const places = () => p.network.body.nodes;
  const trace = (pen, edge, at) => {
    const a = at[edge.from], b = at[edge.to];
    pen.moveTo(a.x, a.y);
    pen.lineTo(b.x, b.y);
  };
  p.strokeEdges = (pen, edges, strong) => {
    const at = places(), strokes = new Map(), plain = edges.length > MANY;
    for (const edge of edges) {
      const name = `${edge.kind} ${edge.derived}`;
      if (!strokes.has(name)) strokes.set(name, []);
      strokes.get(name).push(edge);
    }
    for (const some of strokes.values()) {
      const line = p.lines[some[0].kind];
      pen.strokeStyle = strong ? INK : line.color;
      pen.globalAlpha = strong ? 1 : 0.7;
      pen.lineWidth = line.width * (strong ? 1.6 : 1);
      pen.setLineDash((line.dashes || some[0].derived) && !plain ? [4, 4] : []);
      pen.beginPath();
      for (const edge of some) trace(pen, edge, at);
      pen.stroke();
    }
    pen.setLineDash([]);
    pen.globalAlpha = 1;
  };
  p.nameEdges = (pen, edges) => {
    if (p.network.getScale() * LABEL < 5) return; // nobody could read them
    const at = places();
    pen.font = `${LABEL}px sans-serif`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 3;
    pen.strokeStyle = p.PAPER;
    pen.fillStyle = QUIET;
    for (const edge of edges) {
      const a = at[edge.from], b = at[edge.to], words = p.lines[edge.kind].name;
      pen.strokeText(words, (a.x + b.x) / 2, (a.y + b.y) / 2);
      pen.fillText(words, (a.x + b.x) / 2, (a.y + b.y) / 2);
    }
  };
  // The edge of some that runs nearest to a place, where one runs near it.
  p.edgeAt = (place, edges) => {
    const at = places();
    let best = null, least = NEAR / p.network.getScale();
    for (const edge of edges) {
      const a = at[edge.from], b = at[edge.to], dx = b.x - a.x, dy = b.y - a.y, long = dx * dx + dy * dy;
      const part = long ? Math.min(1, Math.max(0, ((place.x - a.x) * dx + (place.y - a.y) * dy) / long)) : 0;
      const away = Math.hypot(place.x - a.x - part * dx, place.y - a.y - part * dy);
      if (away < least) [best, least] = [edge, away];
    }
    return best;
  };
}
