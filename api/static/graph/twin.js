// The same nodes and edges as a table, made when it is opened.
"use strict";

{
  const p = window.picture, twin = p.byId("twin");
  const cell = (row, ...parts) => { const td = row.insertCell(); td.append(...parts); return td; };
  const end = (id) => {
    const { label, page } = p.facts()[id];
    if (!page || p.alone) return label;
    const a = document.createElement("a");
    a.href = page;
    a.textContent = label;
    return a;
  };
  const fill = () => {
    const body = document.createElement("tbody");
    for (const edge of p.edges.values()) {
      const row = body.insertRow(), about = p.about(edge.id);
      cell(row, end(edge.from));
      cell(row, about.kind_name).className = "nowrap";
      cell(row, end(edge.to));
      const quote = document.createElement("q");
      quote.textContent = about.quote ?? "";
      cell(row, ...(about.quote ? [quote] : []));
    }
    twin.querySelector("tbody").replaceWith(body);
  };
  twin.addEventListener("toggle", () => { if (twin.open) fill(); });
  p.byId("to-twin").addEventListener("click", () => { twin.open = true; });
}
