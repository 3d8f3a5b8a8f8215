// The panel: what is known of what is looked at, and the words it rests on, in their context.
"use strict";

{
  const p = window.picture, { byId } = p, QUOTES = 6, NEIGHBOURS = 60;
  p.show = (element, text) => { element.textContent = text ?? ""; element.hidden = !text; };
  const link = (element, to) => {
    // Only addresses of our own pages: a key from a document can never become another scheme.
    const good = !p.alone && typeof to === "string" && to.startsWith("/") && !to.startsWith("//");
    element.hidden = !good;
    if (good) element.setAttribute("href", to); else element.removeAttribute("href");
  };
  const line = (tag, id) => {
    const li = document.createElement("li"), span = document.createElement("span");
    const button = document.createElement("button");
    span.className = "tag";
    span.textContent = tag;
    button.type = "button";
    button.textContent = p.about(id).label;
    button.addEventListener("click", () => p.chooseNode(id, true));
    li.append(span, button);
    return li;
  };
  const pair = ([name, value]) => {
    const row = document.createElement("div"), dt = document.createElement("dt"), dd = document.createElement("dd");
    dt.textContent = name;
    dd.textContent = value;
    row.append(dt, dd);
    return row;
  };
  const evidence = async (thing) => {
    p.show(byId("panel-quote"), [...new Set(thing.quotes)].slice(0, QUOTES).join("\n"));
    if (p.alone || !(thing.document && thing.end > thing.start)) return;
    const asked = new URLSearchParams({ document: thing.document, start: thing.start, end: thing.end });
    const answer = await fetch(`/graph/context?${asked}`);
    if (!answer.ok || byId("panel-title").textContent !== thing.label) return; // something else was chosen meanwhile
    const { before, quote, after } = await answer.json(), mark = document.createElement("mark");
    mark.textContent = quote;
    byId("panel-quote").replaceChildren(before, mark, after);
  };
  p.fillPanel = () => {
    const { state } = p, edge = p.edges.get(state.edge), id = state.edge || state.at || state.path[0];
    byId("panel").hidden = !id;
    if (!id) return;
    const hidden = p.hidden(), thing = { facts: [], ...p.about(id) };
    const beside = edge ? [[edge, edge.from], [edge, edge.to]]
      : p.near.get(id).filter((one) => p.isShown(one, hidden)).map((one) => [one, one.from === id ? one.to : one.from]);
    const lent = edge ? [] : beside.map(([one]) => p.about(one.id).quote).filter(Boolean);
    thing.quotes = thing.quote ? [thing.quote] : new Set(lent).size <= QUOTES ? lent : [];
    p.show(byId("panel-kind"), thing.kind_name);
    p.show(byId("panel-title"), thing.label);
    void evidence(thing);
    byId("panel-facts").replaceChildren(...thing.facts.map(pair));
    link(byId("panel-page"), thing.page);
    link(byId("panel-graph"), thing.graph);
    byId("ways").hidden = Boolean(edge);
    byId("pin").textContent = state.pins.has(id) ? "取消固定" : "固定";
    const begun = state.from && state.from !== id;
    p.show(byId("path-note"), begun ? `路径起点：${p.about(state.from).label}` : "");
    byId("path").textContent = begun ? "到这里的路径" : "路径起点";
    if (state.path.length) {
      p.show(byId("panel-near-title"), `路径 ${state.path.length - 1} 步`);
      byId("panel-near").replaceChildren(...state.path.map((one, n) =>
        line(n ? p.lines[p.between(state.path[n - 1], one)[0].kind].name : "起点", one)));
    } else {
      p.show(byId("panel-near-title"), beside.length ? `相连 ${beside.length}` : "");
      byId("panel-near").replaceChildren(...beside.slice(0, NEIGHBOURS).map(([one, other]) =>
        line(p.about(one.id).kind_name, other)));
    }
  };
}
