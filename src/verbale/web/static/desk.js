// All that the pages do beyond links and forms. Without it they work the same, with full reloads.
"use strict";

// A form asks only for what is filled in, so that its address can be read.
document.addEventListener("htmx:configRequest", (event) => {
  const asked = event.detail.parameters;
  for (const name of Object.keys(asked)) if (asked[name] === "") delete asked[name];
});
document.addEventListener("submit", (event) => {
  if (event.target.method !== "get") return;
  for (const field of event.target.elements) if (field.name && field.value === "") field.disabled = true;
});
addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form :disabled")) field.disabled = false;
});

// A bare #s=120-345 in the address of a report is asked of the server, which knows the text.
function openPassage() {
  const place = /^#(s=\d+-\d+)$/.exec(location.hash);
  if (!place) return;
  const found = document.getElementById(place[1]);
  if (found) found.focus({ preventScroll: true });
  else if (/^\/reports\/[^/]+$/.test(location.pathname) && !location.search.includes(place[1]))
    location.replace(`${location.pathname}?${place[1]}${location.hash}`);
}
addEventListener("hashchange", openPassage);
openPassage();

// Review: a single key presses what carries its letter, while nobody is typing.
const SINGLE_KEYS = "verbale-single-keys";
const keys = document.getElementById("keys");
if (keys) {
  keys.checked = localStorage.getItem(SINGLE_KEYS) !== "off";
  keys.addEventListener("change", () => localStorage.setItem(SINGLE_KEYS, keys.checked ? "on" : "off"));
}
addEventListener("keydown", (event) => {
  const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
  if (event.key === "Escape" && typing) event.target.blur();
  if (typing || (keys && !keys.checked) || event.ctrlKey || event.metaKey || event.altKey) return;
  const meant = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!meant) return;
  event.preventDefault();
  const first = meant.dataset.first && document.activeElement !== meant && document.querySelector(meant.dataset.first);
  (first || meant)[first ? "focus" : "click"]();
});

// Read: what is dropped on the zone goes into its box and is read at once.
const drop = document.getElementById("drop");
if (drop) {
  const files = drop.querySelector("input");
  for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    files.files = event.dataTransfer.files;
    if (files.files.length) files.form.requestSubmit();
  });
}

// The brief: its Markdown, fetched from the desk, into the clipboard.
for (const button of document.querySelectorAll("[data-copy]")) {
  const words = button.textContent;
  button.addEventListener("click", async () => {
    try {
      const answer = await fetch(button.dataset.copy);
      await navigator.clipboard.writeText(await answer.text());
      button.textContent = "copied";
    } catch {
      button.textContent = "could not be copied";
    }
    setTimeout(() => { button.textContent = words; }, 2500);
  });
}
