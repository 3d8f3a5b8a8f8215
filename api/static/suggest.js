// Suggestions while a name is typed: a combobox as WAI-ARIA describes it, over a search box that works without.
// Arrow keys choose, Enter goes there, Escape closes; with nothing chosen Enter searches, as it did before.
"use strict";

(() => {
  const PAUSE = 80; // milliseconds after the last key
  const node = (tag, name, text) => {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  };
  // Names are words of documents: they only ever become text nodes.
  const marked = (row) => {
    const line = node("span", "name", ""), letters = [...row.name];
    let at = 0;
    for (const [start, end] of row.marks) {
      line.append(letters.slice(at, start).join(""), node("b", "", letters.slice(start, end).join("")));
      at = end;
    }
    line.append(letters.slice(at).join(""));
    return line;
  };

  document.querySelectorAll("form[role=search] input[type=search]").forEach((box, number) => {
    const list = node("ul", "suggestions", ""), told = node("span", "told", "");
    let asked = 0, waiting = 0, chosen = -1, rows = [], composing = false;
    list.id = `suggestions-${number}`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "搜索建议 Suggestions");
    told.setAttribute("role", "status");
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list",
      "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" })) box.setAttribute(name, value);
    box.after(list, told);

    const choose = (which) => {
      chosen = which;
      for (const [n, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(n === which));
      if (which < 0) { box.removeAttribute("aria-activedescendant"); return; }
      box.setAttribute("aria-activedescendant", list.children[which].id);
      list.children[which].scrollIntoView({ block: "nearest" });
    };
    const open = (now) => {
      list.hidden = !(now && rows.length);
      box.setAttribute("aria-expanded", String(!list.hidden));
      if (list.hidden) choose(-1);
    };
    const show = (found) => {
      rows = found;
      list.replaceChildren(...rows.map((row, n) => {
        const option = node("li", "", "");
        option.id = `${list.id}-${n}`;
        option.setAttribute("role", "option");
        option.append(node("span", "tag", row.kind), marked(row), node("span", "quiet", row.context ?? ""));
        option.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
        option.addEventListener("click", () => location.assign(row.href));
        return option;
      }));
      choose(-1);
      told.textContent = rows.length ? `${rows.length} 条建议` : "";
    };
    const ask = async () => {
      const turn = ++asked, words = box.value.trim();
      if (!words) { show([]); open(false); return; }
      const answer = await fetch(`/suggest?${new URLSearchParams({ q: words })}`).catch(() => null);
      if (turn !== asked || !answer?.ok) return;
      show((await answer.json()).rows);
      open(document.activeElement === box);
    };
    const askSoon = () => {
      window.clearTimeout(waiting);
      if (!composing) waiting = window.setTimeout(ask, PAUSE);
    };
    box.addEventListener("focus", () => void fetch("/suggest").catch(() => null), { once: true }); // makes names ready
    box.addEventListener("compositionstart", () => { composing = true; });
    box.addEventListener("compositionend", () => { composing = false; askSoon(); });
    box.addEventListener("input", askSoon);
    box.addEventListener("blur", () => open(false));
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && rows.length) {
        event.preventDefault();
        open(true);
        choose(chosen + step < -1 ? rows.length - 1 : chosen + step >= rows.length ? -1 : chosen + step);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.assign(rows[chosen].href);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        open(false);
      }
    });
  });
})();
