// Finds a node by its words.
"use strict";

{
  const p = window.picture, box = p.byId("seek-text"), OFFERED = 2000; // names offered while one types
  box.addEventListener("focus", () => {
    p.byId("seek-names").replaceChildren(...p.nodes.getIds().slice(0, OFFERED).map((id) => {
      const option = document.createElement("option");
      option.value = p.facts()[id].label;
      return option;
    }));
  }, { once: true });
  const seek = () => {
    const words = box.value.trim().toLowerCase();
    if (!words) return;
    const labels = p.nodes.getIds().map((id) => [p.facts()[id].label.toLowerCase(), id]);
    const found = labels.find(([label]) => label === words) ?? labels.find(([label]) => label.includes(words));
    box.setCustomValidity(found ? "" : "图中没有这个节点");
    box.reportValidity();
    if (found) p.chooseNode(found[1], true);
  };
  p.byId("seek").addEventListener("submit", (event) => { event.preventDefault(); seek(); });
  box.addEventListener("input", () => box.setCustomValidity(""));
  box.addEventListener("change", seek);
}
