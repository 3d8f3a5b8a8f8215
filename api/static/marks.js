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
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("mark[data-marks]")) return;
    const innermost = namesAt(event.target).at(-1);
    const facts = [...named(innermost)].filter((part) => part.tagName !== "MARK");
    facts[0]?.scrollIntoView({ block: "nearest" });
    facts.map((fact) => (fact.matches("a") ? fact : fact.querySelector("a"))).find(Boolean)?.focus({ preventScroll: true });
  });
})();
