// The picture: hands what the server computed to vis-network, and shows facts beside it.
// Words from documents only ever become text nodes; nothing here builds HTML from them.
"use strict";

(() => {
  const given = JSON.parse(document.getElementById("picture").textContent);
  const byId = (id) => document.getElementById(id);
  const nodes = new vis.DataSet(given.nodes);
  const edges = new vis.DataSet(given.edges);
  const network = new vis.Network(byId("canvas"), { nodes, edges }, given.options);
  const off = { node: new Set(), edge: new Set() };
  const near = new Map(given.nodes.map((node) => [node.id, []]));
  for (const edge of given.edges) {
    near.get(edge.from).push(edge);
    if (edge.to !== edge.from) near.get(edge.to).push(edge);
  }
  const INK = "#1f2933", FAINT = "rgba(31,41,51,0.12)";

  // --- the whole picture, clear of the legend -------------------------------------------------------------------
  const fit = (animation) => {
    network.fit({ animation, maxZoomLevel: 1.3 });
    const wide = byId("stage").clientWidth > 820;
    if (wide && !animation) network.moveTo({ scale: network.getScale() * 0.96, offset: { x: 90, y: 18 } });
  };

  // --- legend: hide and show kinds ------------------------------------------------------------------------------
  const applyLegend = () => {
    const hidden = new Set();
    nodes.update(given.nodes.map((node) => {
      const hide = off.node.has(node.kind);
      if (hide) hidden.add(node.id);
      return { id: node.id, hidden: hide };
    }));
    edges.update(given.edges.map((edge) => (
      { id: edge.id, hidden: off.edge.has(edge.kind) || hidden.has(edge.from) || hidden.has(edge.to) })));
  };
  for (const entry of document.querySelectorAll(".entry[data-kind]")) {
    entry.addEventListener("click", () => {
      const kinds = off[entry.dataset.part];
      const shown = kinds.has(entry.dataset.kind);
      if (shown) kinds.delete(entry.dataset.kind); else kinds.add(entry.dataset.kind);
      entry.setAttribute("aria-pressed", String(shown));
      applyLegend();
    });
  }

  // --- focus: what is not beside the chosen steps back ----------------------------------------------------------
  let dimmed = false;
  const emphasize = (keepNodes, keepEdges) => {
    if (!keepNodes && !dimmed) return;
    dimmed = Boolean(keepNodes);
    nodes.update(given.nodes.map((node) => {
      const keep = !keepNodes || keepNodes.has(node.id);
      return { id: node.id, opacity: keep ? 1 : 0.12,
        font: { ...node.font, color: keep ? INK : FAINT, strokeWidth: keep ? node.font.strokeWidth : 0 } };
    }));
    edges.update(given.edges.map((edge) => {
      const keep = !keepEdges || keepEdges.has(edge.id);
      return { id: edge.id, color: { ...edge.color, opacity: keep ? edge.color.opacity : 0.07 } };
    }));
  };

  // --- panel ----------------------------------------------------------------------------------------------------
  const show = (element, text) => { element.textContent = text ?? ""; element.hidden = !text; };
  const link = (element, address) => {
    // Only addresses of our own pages: a key from a document can never become another scheme.
    const good = typeof address === "string" && address.startsWith("/") && !address.startsWith("//");
    element.hidden = !good;
    if (good) element.setAttribute("href", address); else element.removeAttribute("href");
  };
  const fill = (thing, neighbours) => {
    show(byId("panel-kind"), thing.kind_name);
    show(byId("panel-title"), thing.label);
    show(byId("panel-quote"), thing.quote);
    byId("panel-facts").replaceChildren(...thing.facts.map(([name, value]) => {
      const row = document.createElement("div"), dt = document.createElement("dt"), dd = document.createElement("dd");
      dt.textContent = name;
      dd.textContent = value;
      row.append(dt, dd);
      return row;
    }));
    link(byId("panel-page"), thing.page);
    link(byId("panel-graph"), thing.graph);
    show(byId("panel-near-title"), neighbours.length ? `相连 ${neighbours.length}` : "");
    byId("panel-near").replaceChildren(...neighbours.slice(0, 60).map(([edge, id]) => {
      const li = document.createElement("li"), tag = document.createElement("span");
      const button = document.createElement("button");
      tag.className = "tag";
      tag.textContent = given.facts[edge.id].kind_name;
      button.type = "button";
      button.textContent = given.facts[id].label;
      button.addEventListener("click", () => chooseNode(id, true));
      li.append(tag, button);
      return li;
    }));
    byId("panel").hidden = false;
    byId("panel").scrollTop = 0;
  };
  const chooseNode = (id, move) => {
    if (!given.facts[id]) return;
    const beside = near.get(id);
    const others = beside.map((edge) => [edge, edge.from === id ? edge.to : edge.from]);
    network.selectNodes([id], false);
    emphasize(new Set([id, ...others.map(([, other]) => other)]), new Set(beside.map((edge) => edge.id)));
    fill(given.facts[id], others);
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
    if (move) network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: { duration: 300 } });
  };
  const chooseEdge = (id) => {
    const edge = edges.get(id);
    network.selectEdges([id]);
    emphasize(new Set([edge.from, edge.to]), new Set([id]));
    fill(given.facts[id], [[edge, edge.from], [edge, edge.to]]);
  };
  const close = () => {
    network.unselectAll();
    emphasize(null, null);
    byId("panel").hidden = true;
    history.replaceState(null, "", location.pathname + location.search);
  };

  network.on("click", (event) => {
    if (event.nodes.length) chooseNode(event.nodes[0], false);
    else if (event.edges.length) chooseEdge(event.edges[0]);
    else close();
  });
  network.on("hoverNode", () => { byId("canvas").style.cursor = "pointer"; });
  network.on("blurNode", () => { byId("canvas").style.cursor = ""; });
  byId("close").addEventListener("click", close);
  byId("fit").addEventListener("click", () => fit({ duration: 300 }));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  // --- find -----------------------------------------------------------------------------------------------------
  byId("seek-names").append(...given.nodes.slice(0, 2000).map((node) => {
    const option = document.createElement("option");
    option.value = given.facts[node.id].label;
    return option;
  }));
  const seek = () => {
    const words = byId("seek-text").value.trim().toLowerCase();
    if (!words) return;
    const labels = given.nodes.map((node) => [given.facts[node.id].label.toLowerCase(), node.id]);
    const found = labels.find(([label]) => label === words) ?? labels.find(([label]) => label.includes(words));
    byId("seek-text").setCustomValidity(found ? "" : "图中没有这个节点");
    byId("seek-text").reportValidity();
    if (found) chooseNode(found[1], true);
  };
  byId("seek").addEventListener("submit", (event) => { event.preventDefault(); seek(); });
  byId("seek-text").addEventListener("input", () => byId("seek-text").setCustomValidity(""));
  byId("seek-text").addEventListener("change", seek);

  fit(false);
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted) chooseNode(wanted, true);
  // For people at the console, and for the tests: where a node stands on the page, and that the picture is there.
  window.picture = { network, chooseNode, placeOf: (id) => network.canvasToDOM(network.getPosition(id)) };
  network.once("afterDrawing", () => byId("stage").setAttribute("data-ready", "true"));
})();
