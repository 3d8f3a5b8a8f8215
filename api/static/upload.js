// Sends files as jobs, with a bar for what is on its way, and follows a job on its page. Without it the form is sent plainly.
"use strict";

(() => {
  const MOST_FILES = 500;

  function portions(files, most) {
    const found = [];
    let size = Infinity;
    for (const file of files) {
      if (size + file.size > most || found.at(-1).length === MOST_FILES) {
        found.push([]);
        size = 0;
      }
      found.at(-1).push(file);
      size += file.size + 1000; // what the form puts around a file
    }
    return found;
  }

  function send(files, onPart) {
    const body = new FormData();
    for (const file of files) body.append("file", file, file.name);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => onPart(event.loaded));
    request.responseType = "json";
    return new Promise((resolve, reject) => {
      request.addEventListener("load", () =>
        request.status === 202 ? resolve(request.response) : reject(new Error(request.response?.detail ?? request.statusText)),
      );
      request.addEventListener("error", () => reject(new Error("连接中断，请重试。")));
      request.open("POST", "/jobs");
      request.send(body);
    });
  }

  async function sendAll(form, files) {
    const bar = form.querySelector("progress");
    const alert = form.querySelector("[role=alert]");
    const button = form.querySelector("button");
    bar.hidden = false;
    alert.hidden = true;
    button.disabled = true;
    bar.max = files.reduce((sum, file) => sum + file.size, 0) || 1;
    try {
      let sent = 0;
      const jobs = [];
      for (const portion of portions(files, Number(form.dataset.most))) {
        jobs.push(await send(portion, (part) => (bar.value = sent + part)));
        sent += portion.reduce((sum, file) => sum + file.size, 0);
      }
      location.assign(jobs.length === 1 ? `/view/jobs/${jobs[0].key}` : "/view/jobs");
    } catch (error) {
      alert.textContent = error.message;
      alert.hidden = false;
      bar.hidden = true;
      button.disabled = false;
    }
  }

  for (const form of document.querySelectorAll("form.upload"))
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const files = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
      if (files.length) sendAll(form, files.filter((file) => !file.name.startsWith(".")));
    });

  async function follow() {
    const shown = document.getElementById("job");
    if (!shown || !["waiting", "running"].includes(shown.dataset.state)) return;
    const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      shown.replaceWith(page.getElementById("job"));
    }
    const told = document.getElementById("job");
    const [only, another] = told.querySelectorAll("tbody tr");
    if (told.dataset.state === "done" && !another && only?.querySelector("a")) {
      location.replace(only.querySelector("a").href); // the one document that was sent
      return;
    }
    setTimeout(follow, 700);
  }
  if (document.getElementById("job")) setTimeout(follow, 300);
})();
