// The picture: hands what the server computed to vis-network, and shows facts beside it.
// Words from documents only ever become text nodes; nothing here builds HTML from them.
// All that a reader changes is one state: undo goes back in it, and the address of the page holds it.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const alone = byId("stage").hasAttribute("data-alone"); // a file of its own: there is no server to ask
  const given = JSON.parse(byId("picture").textContent);
  let said = null; // facts are parsed when someone asks
  const facts = () => (said ??= JSON.parse(byId("facts").textContent));
  const edgeLook = (edge) => ({ ...given.lines[edge.kind], ...edge, label: undefined, name: undefined });
  const nodes = new vis.DataSet(given.nodes);
  const edges = new vis.DataSet(given.edges.map(edgeLook));
  const near = new Map(given.nodes.map((node) => [node.id, []]));
  const join = (edge) => {
    near.get(edge.from).push(edge);
    if (edge.to !== edge.from) near.get(edge.to).push(edge);
  };
  given.edges.forEach(join);
  const network = new vis.Network(byId("canvas"), { nodes, edges }, given.options);
  const INK = "#1f2933", FAINT = "rgba(31,41,51,0.12)", PAPER = "#fbfaf8";

  // --- state: what the reader has chosen --------------------------------------------------------------------------
  const empty = () => ({ offNode: new Set(), offEdge: new Set(), gone: new Set(), more: new Set(), pins: new Map(),
    at: "", edge: "", from: "", path: [], names: false });
  const copy = (s) => ({ ...s, offNode: new Set(s.offNode), offEdge: new Set(s.offEdge), gone: new Set(s.gone),
    more: new Set(s.more), pins: new Map(s.pins), path: [...s.path] });
  let state = empty(), styled = false;
  const past = [];
  const change = (how) => {
    past.push(copy(state));
    if (past.length > 100) past.shift();
    how(state);
    refresh();
  };
  const undo = () => {
    if (!past.length) return;
    const pins = state.pins;
    state = past.pop();
    for (const [id] of pins) {
      const [x, y] = state.pins.get(id) ?? [nodes.get(id).homeX, nodes.get(id).homeY];
      network.moveNode(id, x, y);
    }
    refresh();
  };

  const isHidden = (node) => state.offNode.has(node.group) || state.gone.has(node.id) ||
    Boolean(node.by && !state.more.has(node.by));
  const edgeHidden = (edge, hidden) => state.offEdge.has(edge.kind) || hidden.has(edge.from) || hidden.has(edge.to) ||
    Boolean(edge.by && !state.more.has(edge.by));
  const hiddenNow = () => new Set(nodes.get().filter(isHidden).map((node) => node.id));
  const kept = () => {
    if (state.path.length) {
      const on = new Set(state.path), ways = new Set();
      state.path.slice(1).forEach((id, n) => near.get(id).forEach((edge) => {
        if (edge.from === state.path[n] || edge.to === state.path[n]) ways.add(edge.id);
      }));
      return [on, ways];
    }
    if (state.edge) return [new Set([edges.get(state.edge).from, edges.get(state.edge).to]), new Set([state.edge])];
    if (!state.at) return [null, null];
    const ways = near.get(state.at);
    return [new Set([state.at, ...state.pins.keys(), ...ways.flatMap((edge) => [edge.from, edge.to])]),
      new Set(ways.map((edge) => edge.id))];
  };
  const refresh = () => {
    const hidden = hiddenNow(), [on, ways] = kept(), focused = Boolean(on);
    const restyle = focused || styled;
    styled = focused;
    nodes.update(nodes.get().map((node) => {
      const next = { id: node.id, hidden: hidden.has(node.id), borderWidth: state.pins.has(node.id) ? 4 : undefined };
      if (!restyle) return next;
      const keep = !on || on.has(node.id);
      const font = given.options.groups[node.group]?.font ?? {};
      return { ...next, opacity: keep ? 1 : 0.12,
        font: { ...font, color: keep ? INK : FAINT, strokeWidth: keep ? font.strokeWidth : 0 } };
    }));
    edges.update(edges.get().map((edge) => {
      const line = given.lines[edge.kind], keep = !ways || ways.has(edge.id);
      const named = keep && (state.names || (focused && ways.size <= 60));
      return { id: edge.id, hidden: edgeHidden(edge, hidden), label: named ? line.name : "",
        font: { size: 10, color: "#5f6b78", strokeWidth: 3, strokeColor: PAPER },
        color: { ...line.color, opacity: keep ? line.color.opacity : 0.07 } };
    }));
    for (const entry of document.querySelectorAll(".entry[data-kind]")) {
      const off = entry.dataset.part === "node" ? state.offNode : state.offEdge;
      entry.setAttribute("aria-pressed", String(!off.has(entry.dataset.kind)));
    }
    byId("names").setAttribute("aria-pressed", String(state.names));
    byId("undo").disabled = !past.length;
    if (state.edge) network.selectEdges([state.edge]);
    else network.setSelection({ nodes: state.path.length ? state.path : state.at ? [state.at] : [], edges: [] });
    fillPanel();
    address();
  };

  // --- the address of the page holds the view ---------------------------------------------------------------------
  const address = () => {
    const words = new URLSearchParams(), list = (name, some) => { for (const one of some) words.append(name, one); };
    for (const name of ["at", "edge", "from"]) if (state[name]) words.set(name, state[name]);
    list("off", [...state.offNode].map((kind) => `node ${kind}`));
    list("off", [...state.offEdge].map((kind) => `edge ${kind}`));
    for (const name of ["gone", "more", "path"]) list(name, state[name]);
    list("pin", [...state.pins].map(([id, [x, y]]) => `${Math.round(x)} ${Math.round(y)} ${id}`));
    if (state.names) words.set("names", "1");
    history.replaceState(null, "", `${location.pathname}${location.search}${words.size ? `#${words}` : ""}`);
  };
  const fromAddress = async () => {
    const words = new URLSearchParams(location.hash.slice(1));
    const next = empty();
    for (const id of words.getAll("more").slice(0, 20)) if (await bring(id)) next.more.add(id);
    const known = (id) => near.has(id);
    for (const name of ["at", "from"]) next[name] = known(words.get(name)) ? words.get(name) : "";
    next.edge = edges.get(words.get("edge") ?? "") ? words.get("edge") : "";
    for (const off of words.getAll("off")) {
      const [part, kind] = off.split(" ");
      (part === "node" ? next.offNode : next.offEdge).add(kind);
    }
    next.gone = new Set(words.getAll("gone").filter(known));
    next.path = words.getAll("path").every(known) ? words.getAll("path") : [];
    for (const pin of words.getAll("pin")) {
      const [, x, y, id] = /^(-?\d+) (-?\d+) (.+)$/s.exec(pin) ?? [];
      if (known(id)) hold(next, id, Number(x), Number(y));
    }
    next.names = words.has("names");
    state = next;
    if (location.hash.length > 1) refresh();
    if (state.at) network.focus(state.at, { scale: Math.max(network.getScale(), 0.9) });
  };
  const hold = (some, id, x, y) => {
    const node = nodes.get(id);
    if (node.homeX === undefined) nodes.update({ id, homeX: node.x, homeY: node.y });
    some.pins.set(id, [x, y]);
    network.moveNode(id, x, y);
  };

  // --- panel ------------------------------------------------------------------------------------------------------
  const show = (element, text) => { element.textContent = text ?? ""; element.hidden = !text; };
  const link = (element, to) => {
    // Only addresses of our own pages: a key from a document can never become another scheme.
    const good = !alone && typeof to === "string" && to.startsWith("/") && !to.startsWith("//");
    element.hidden = !good;
    if (good) element.setAttribute("href", to); else element.removeAttribute("href");
  };
  const line = (tag, id) => {
    const li = document.createElement("li"), span = document.createElement("span");
    const button = document.createElement("button");
    span.className = "tag";
    span.textContent = tag;
    button.type = "button";
    button.textContent = facts()[id].label;
    button.addEventListener("click", () => chooseNode(id, true));
    li.append(span, button);
    return li;
  };
  const between = (a, b) => near.get(b).filter((edge) => edge.from === a || edge.to === a);
  const evidence = async (thing) => {
    const quotes = [...new Set(thing.quotes)].slice(0, 6);
    show(byId("panel-quote"), quotes.join("\n"));
    if (alone || !(thing.document && thing.end > thing.start)) return;
    const asked = new URLSearchParams({ document: thing.document, start: thing.start, end: thing.end });
    const answer = await fetch(`/graph/context?${asked}`);
    if (!answer.ok || byId("panel-title").textContent !== thing.label) return;
    const { before, quote, after } = await answer.json();
    const mark = document.createElement("mark");
    mark.textContent = quote;
    byId("panel-quote").replaceChildren(before, mark, after);
  };
  const fillPanel = () => {
    const id = state.edge || state.at;
    byId("panel").hidden = !id && !state.path.length;
    if (byId("panel").hidden) return;
    const edge = state.edge ? edges.get(state.edge) : null;
    const thing = { facts: [], ...facts()[id || state.path[0]] };
    const beside = edge ? [[edge, edge.from], [edge, edge.to]]
      : near.get(id || state.path[0]).filter((one) => !edges.get(one.id).hidden)
        .map((one) => [one, one.from === id ? one.to : one.from]);
    const lent = edge ? [] : beside.map(([one]) => facts()[one.id].quote).filter(Boolean);
    thing.quotes = thing.quote ? [thing.quote] : new Set(lent).size <= 6 ? lent : [];
    show(byId("panel-kind"), thing.kind_name);
    show(byId("panel-title"), thing.label);
    void evidence(thing);
    byId("panel-facts").replaceChildren(...thing.facts.map(([name, value]) => {
      const row = document.createElement("div"), dt = document.createElement("dt"), dd = document.createElement("dd");
      dt.textContent = name;
      dd.textContent = value;
      row.append(dt, dd);
      return row;
    }));
    link(byId("panel-page"), thing.page);
    link(byId("panel-graph"), thing.graph);
    byId("ways").hidden = Boolean(edge);
    byId("pin").textContent = state.pins.has(id) ? "取消固定" : "固定";
    show(byId("path-note"), state.from && state.from !== id ? `路径起点：${facts()[state.from].label}` : "");
    byId("path").textContent = state.from && state.from !== id ? "到这里的路径" : "路径起点";
    if (state.path.length) {
      show(byId("panel-near-title"), `路径 ${state.path.length - 1} 步`);
      byId("panel-near").replaceChildren(...state.path.map((one, n) =>
        line(n ? between(state.path[n - 1], one).map((way) => given.lines[way.kind].name)[0] : "起点", one)));
    } else {
      show(byId("panel-near-title"), beside.length ? `相连 ${beside.length}` : "");
      byId("panel-near").replaceChildren(...beside.slice(0, 60).map(([one, other]) =>
        line(facts()[one.id].kind_name, other)));
    }
  };
  const chooseNode = (id, move) => {
    if (!near.has(id)) return;
    Object.assign(state, { at: id, edge: "", path: [] });
    refresh();
    byId("panel").scrollTop = 0;
    if (move) network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: { duration: 300 } });
  };
  const close = () => { Object.assign(state, { at: "", edge: "", path: [] }); refresh(); };

  // --- expand, collapse, path ------------------------------------------------------------------------------------
  const brought = new Set();
  const bring = async (id) => {
    if (brought.has(id)) return true;
    if (alone || !/^(unit|collective|document):/.test(id) || !near.has(id)) return false;
    const answer = await fetch(`/graph/beside?${new URLSearchParams({ node: id })}`);
    if (!answer.ok) return false;
    brought.add(id);
    const more = await answer.json(), centre = network.getPosition(id);
    const taken = new Set(Object.values(network.getPositions()).map(({ x, y }) => cell(x, y)));
    const fresh = more.nodes.filter((node) => !near.has(node.id));
    for (const node of fresh) near.set(node.id, []);
    nodes.add(fresh.map((node) => ({ ...node, ...free(taken, node.x + centre.x, node.y + centre.y), by: id })));
    Object.assign(given.lines, more.lines);
    const words = (edge, where) => `${edge.from} ${edge.to} ${edge.kind} ${where[edge.id].start ?? ""}`;
    const known = new Set(edges.get().map((edge) => words(edge, facts())));
    const ways = more.edges.filter((edge) => !known.has(words(edge, more.facts)))
      .map((edge) => ({ ...edge, id: `${id} ${edge.id}`, by: id }));
    for (const node of fresh) facts()[node.id] = more.facts[node.id];
    for (const edge of ways) facts()[edge.id] = more.facts[edge.id.slice(id.length + 1)];
    ways.forEach(join);
    edges.add(ways.map(edgeLook));
    return true;
  };
  const cell = (x, y) => `${Math.round(x / 132)} ${Math.round(y / 50)}`;
  const free = (taken, x, y) => {
    for (let ring = 0; ring < 200; ring += 1) {
      const turn = ring * 2.4, away = 40 * Math.sqrt(ring);
      const [px, py] = [x + 2 * away * Math.cos(turn), y + away * Math.sin(turn)];
      if (!taken.has(cell(px, py))) { taken.add(cell(px, py)); return { x: px, y: py }; }
    }
    return { x, y };
  };
  const expand = async () => {
    const id = state.at;
    const good = await bring(id);
    change((s) => {
      if (good) s.more.add(id);
      for (const edge of near.get(id)) { s.gone.delete(edge.from); s.gone.delete(edge.to); }
    });
  };
  const collapse = () => change((s) => {
    const hidden = hiddenNow();
    s.more.delete(s.at);
    for (const edge of near.get(s.at)) {
      const other = edge.from === s.at ? edge.to : edge.from;
      const elsewhere = near.get(other).some((one) => one.from !== s.at && one.to !== s.at &&
        !hidden.has(one.from === other ? one.to : one.from));
      if (!elsewhere && !s.pins.has(other) && other !== s.at) s.gone.add(other);
    }
  });
  const pathTo = (from, to) => {
    const hidden = hiddenNow(), back = new Map([[from, null]]), queue = [from];
    for (const id of queue) {
      if (id === to) break;
      for (const edge of near.get(id)) {
        const other = edge.from === id ? edge.to : edge.from;
        if (back.has(other) || edgeHidden(edge, hidden)) continue;
        back.set(other, id);
        queue.push(other);
      }
    }
    const way = [];
    for (let id = back.has(to) ? to : null; id !== null; id = back.get(id)) way.unshift(id);
    return way;
  };
  const path = () => change((s) => {
    if (!s.from || s.from === s.at) { s.from = s.at; return; }
    const way = pathTo(s.from, s.at);
    if (way.length) Object.assign(s, { path: way, from: "" });
    else window.setTimeout(() => show(byId("path-note"), "图中没有相连的路径"));
  });
  const pin = () => change((s) => {
    const home = nodes.get(s.at);
    if (!s.pins.has(s.at)) { const { x, y } = network.getPosition(s.at); hold(s, s.at, x, y); return; }
    s.pins.delete(s.at);
    network.moveNode(s.at, home.homeX, home.homeY);
  });

  // --- what the reader does ---------------------------------------------------------------------------------------
  const fit = (animation) => {
    network.fit({ animation, maxZoomLevel: 1.3 });
    const wide = byId("stage").clientWidth > 820;
    if (wide && !animation) network.moveTo({ scale: network.getScale() * 0.96, offset: { x: 90, y: 18 } });
  };
  network.on("click", (event) => {
    if (event.nodes.length) chooseNode(event.nodes[0], false);
    else if (event.edges.length) { Object.assign(state, { at: "", edge: event.edges[0], path: [] }); refresh(); }
    else close();
  });
  network.on("dragEnd", (event) => {
    if (event.nodes.length !== 1) return;
    const id = event.nodes[0], { x, y } = network.getPosition(id);
    change((s) => { hold(s, id, x, y); Object.assign(s, { at: id, edge: "", path: [] }); });
  });
  network.on("hoverNode", () => { byId("canvas").style.cursor = "pointer"; });
  network.on("blurNode", () => { byId("canvas").style.cursor = ""; });
  for (const entry of document.querySelectorAll(".entry[data-kind]")) {
    entry.addEventListener("click", () => change((s) => {
      const off = entry.dataset.part === "node" ? s.offNode : s.offEdge;
      if (!off.delete(entry.dataset.kind)) off.add(entry.dataset.kind);
    }));
  }
  const does = { undo, expand, collapse, path, pin, close, fit: () => fit({ duration: 300 }),
    names: () => change((s) => { s.names = !s.names; }),
    share: async () => {
      try { await navigator.clipboard.writeText(location.href); show(byId("told"), "链接已复制"); }
      catch { show(byId("told"), "请复制地址栏中的链接"); }
    },
    png: () => {
      const drawn = network.canvas.frame.canvas, whole = document.createElement("canvas");
      [whole.width, whole.height] = [drawn.width, drawn.height];
      const pen = whole.getContext("2d");
      pen.fillStyle = PAPER;
      pen.fillRect(0, 0, whole.width, whole.height);
      pen.drawImage(drawn, 0, 0);
      const a = document.createElement("a");
      a.download = `${document.title.slice(0, 60)}.png`;
      a.href = whole.toDataURL("image/png");
      a.click();
    } };
  for (const [id, does_it] of Object.entries(does)) byId(id)?.addEventListener("click", does_it);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "z" && (event.ctrlKey || event.metaKey) && event.target.tagName !== "INPUT") undo();
  });

  // --- find -------------------------------------------------------------------------------------------------------
  byId("seek-text").addEventListener("focus", () => {
    byId("seek-names").replaceChildren(...nodes.get().slice(0, 2000).map((node) => {
      const option = document.createElement("option");
      option.value = facts()[node.id].label;
      return option;
    }));
  }, { once: true });
  const seek = () => {
    const words = byId("seek-text").value.trim().toLowerCase();
    if (!words) return;
    const labels = nodes.get().map((node) => [facts()[node.id].label.toLowerCase(), node.id]);
    const found = labels.find(([label]) => label === words) ?? labels.find(([label]) => label.includes(words));
    byId("seek-text").setCustomValidity(found ? "" : "图中没有这个节点");
    byId("seek-text").reportValidity();
    if (found) chooseNode(found[1], true);
  };
  byId("seek").addEventListener("submit", (event) => { event.preventDefault(); seek(); });
  byId("seek-text").addEventListener("input", () => byId("seek-text").setCustomValidity(""));
  byId("seek-text").addEventListener("change", seek);

  // For people at the console, and for the tests: where a node stands on the page, and that the picture is there.
  window.picture = { network, chooseNode, placeOf: (id) => network.canvasToDOM(network.getPosition(id)) };
  fit(false);
  network.once("afterDrawing", () => {
    performance.mark("drawn");
    byId("stage").setAttribute("data-ready", "true");
    if (location.hash.length > 1) void fromAddress();
  });
})();
