// The address of the page holds the view: who opens it sees the same.
"use strict";

{
  const p = window.picture, MOST = 20; // nodes whose neighbours an address may bring: each asks the server
  p.writeAddress = () => {
    const { state } = p, words = new URLSearchParams();
    const list = (name, some) => { for (const one of some) words.append(name, one); };
    for (const name of ["at", "edge", "from"]) if (state[name]) words.set(name, state[name]);
    list("off", [...state.offNode].map((kind) => `node ${kind}`));
    list("off", [...state.offEdge].map((kind) => `edge ${kind}`));
    for (const name of ["gone", "more", "path"]) list(name, state[name]);
    list("pin", [...state.pins].map(([id, [x, y]]) => `${Math.round(x)} ${Math.round(y)} ${id}`));
    if (state.names) words.set("names", "1");
    history.replaceState(null, "", `${location.pathname}${location.search}${words.size ? `#${words}` : ""}`);
  };
  // Links of other pages name a node alone: #item:key.
  const bare = (hash) => {
    const id = decodeURIComponent(hash);
    return p.near.has(id) ? new URLSearchParams({ at: id }) : new URLSearchParams(hash);
  };
  p.readAddress = async () => {
    if (location.hash.length < 2) return;
    const words = bare(location.hash.slice(1)), next = p.empty(), known = (id) => p.near.has(id);
    for (const id of words.getAll("more").slice(0, MOST)) if (await p.bring(id)) next.more.add(id);
    for (const name of ["at", "from"]) next[name] = known(words.get(name)) ? words.get(name) : "";
    next.edge = p.edges.has(words.get("edge")) ? words.get("edge") : "";
    for (const off of words.getAll("off")) {
      const [part, kind] = off.split(" ");
      (part === "node" ? next.offNode : next.offEdge).add(kind);
    }
    next.gone = new Set(words.getAll("gone").filter(known));
    next.path = words.getAll("path").every(known) ? words.getAll("path") : [];
    for (const pin of words.getAll("pin")) {
      const [, x, y, id] = /^(-?\d+) (-?\d+) (.+)$/s.exec(pin) ?? [];
      if (known(id)) next.pins.set(id, [Number(x), Number(y)]);
    }
    next.names = words.has("names");
    p.state = next;
    for (const [id, place] of next.pins) p.put(id, place);
    p.refresh();
    if (p.state.at) p.lookAt(p.state.at);
  };
}
