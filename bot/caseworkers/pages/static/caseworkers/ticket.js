// The page of a ticket works without this. Letters lead to what can be done, the note is copied, and news is
// told. A letter never does anything by itself: it moves the focus, and Enter does the rest.
"use strict";

const OFF = "keys-off";
const LOOK_EVERY = 15000;

// keys

const keys = document.getElementById("keys");

function areOn() {
  return localStorage.getItem(OFF) === null;
}

function showKeys() {
  document.body.classList.toggle("with-keys", areOn());
  keys.textContent = areOn() ? "Tasten aus" : "Tasten an";
  keys.hidden = false;
}

keys.addEventListener("click", () => {
  if (areOn()) localStorage.setItem(OFF, "1");
  else localStorage.removeItem(OFF);
  showKeys();
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (areOn() && typing && event.key === "Escape") return typing.blur(); // and letters lead on again
  if (!areOn() || typing || event.ctrlKey || event.altKey || event.metaKey) return;
  const aim = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (aim === null) return;
  event.preventDefault();
  aim.focus();
  aim.scrollIntoView({ block: "nearest" });
});

showKeys();

// typing

const deeds = document.getElementById("deeds");

// Enter in a field presses the button beside it.
deeds.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("input")) return;
  event.preventDefault();
  event.target.closest(".row").querySelector("button").click();
});

function isTyped() {
  return [...deeds.querySelectorAll("input:not([type=hidden]), textarea, select")].some((field) => field.value);
}

// the note

const note = document.getElementById("note");
const copied = document.getElementById("copied");
const copy = document.getElementById("copy");

copy.hidden = false;
copy.addEventListener("click", async () => {
  note.select();
  try {
    await navigator.clipboard.writeText(note.value);
    copied.textContent = "Kopiert.";
  } catch {
    copied.textContent = "Markiert. Bitte mit Strg-C kopieren.";
  }
});

// news

const ticket = document.getElementById("anliegen");
const banner = document.querySelector(".news p");
const reload = banner.querySelector("button");

// The door comes, with what was typed kept behind it: nobody shall read a name on a desk that was left.
function leave() {
  if (isTyped()) reload.click();
  else location.replace(location.pathname);
}

async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch(ticket.dataset.news, { redirect: "manual", cache: "no-store" });
    if (answer.type === "opaqueredirect") return leave();
    if (!answer.ok) return;
    const news = await answer.json();
    if (news.mark <= Number(ticket.dataset.mark)) return;
    banner.firstElementChild.textContent = `Inzwischen: ${news.text}.`;
    banner.hidden = false;
    ticket.dataset.mark = news.mark;
  } catch {
    // No network: the next click will say so.
  }
}

setInterval(look, LOOK_EVERY);
document.addEventListener("visibilitychange", look);
