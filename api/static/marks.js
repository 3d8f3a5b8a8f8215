// Text and facts show each other: what the pointer is on lights up in both, a click on the text goes to its fact.
// (The way back, from a fact to its text, is a plain link.)
"use strict";

(() => {
  const named = (name) => document.querySelectorAll(`[data-marks~="${name}"]`);
  const namesAt = (place) => place.closest?.("[data-marks]")?.dataset.marks.split(" ") ?? [];
  const light = (on) => (event) => {
    for (const name of namesAt(event.target)) for (const part of named(name)) part.classList.toggle("lit", on);
  };
  document.addEventListener("mouseover", light(true));
  document.addEventListener("mouseout", light(false));
  document.addEventListener("focusin", light(true));
  document.addEventListener("focusout", light(false));
  // The tree tells where in the text one is.
  const lines = new Map([...document.querySelectorAll(".toc a")].map((line) => [line.hash.slice(1), line]));
  const seen = new Set();
  const watch = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) seen[isIntersecting ? "add" : "delete"](target.id);
    const now = [...lines.keys()].filter((id) => seen.has(id)).at(0);
    for (const [id, line] of lines) {
      if (id === now) line.setAttribute("aria-current", "true"); else line.removeAttribute("aria-current");
    }
  }, { rootMargin: "-15% 0px -70% 0px" });
  for (const id of lines.keys()) {
    const part = document.getElementById(id);
    if (part?.matches("article") || part?.querySelector("article") === null) watch.observe(part);
  }
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("mark[data-marks]")) return;
    const innermost = namesAt(event.target).at(-1);
    const facts = [...named(innermost)].filter((part) => part.tagName !== "MARK");
    facts[0]?.scrollIntoView({ block: "nearest" });
    facts.map((fact) => (fact.matches("a") ? fact : fact.querySelector("a"))).find(Boolean)?.focus({ preventScroll: true });
  });
})();
