/* Asks every now and then what has come, and says so without moving anything on the page. */
"use strict";

(() => {
  const sheet = document.querySelector("[data-fresh]");
  const news = document.querySelector("[data-news]");
  const refresh = document.querySelector("[data-refresh]");
  const split = (codes) => new Set(codes.split(" ").filter(Boolean));
  const known = split(sheet.dataset.codes);

  const count = (counts) => {
    for (const [pile, number] of Object.entries(counts))
      for (const place of document.querySelectorAll(`[data-count="${pile}"]`)) place.textContent = number;
    const before = counts.neu ? `(${counts.neu}) ` : "";
    document.title = before + document.title.replace(/^\(\d+\) /, "");
  };

  /* What somebody else has taken stays where it is, and is told apart. */
  const mark = (there) => {
    if (!known.size) return;
    for (const row of sheet.querySelectorAll("[data-code]"))
      row.classList.toggle("gone", !there.has(row.dataset.code.replace("-", "")));
  };

  const tell = (number) => {
    const words = number ? `${number} ${number === 1 ? "neues" : "neue"} Anliegen – anzeigen` : "";
    if (news.textContent === words) return;
    news.replaceChildren();
    refresh.classList.toggle("covered", number > 0);
    for (const nothing of sheet.querySelectorAll(".empty")) nothing.hidden = number > 0; // it is not true any more
    if (!number) return;
    const button = document.createElement("button");
    button.className = "main";
    button.textContent = words;
    button.addEventListener("click", () => location.assign(refresh.href));
    news.append(button);
  };

  const ask = async () => {
    const answer = await fetch(sheet.dataset.fresh, { redirect: "manual", cache: "no-store" });
    if (answer.type === "opaqueredirect") return location.reload(); // signed out: the door comes instead
    if (!answer.ok) return;
    const { counts, codes } = await answer.json();
    const there = split(codes);
    count(counts);
    mark(there);
    tell([...there].filter((code) => !known.has(code)).length);
  };

  const look = () => ask().catch(() => {}); // no answer just now: the next one will come
  const again = () => setTimeout(() => look().finally(again), sheet.dataset.every * 1000);
  document.addEventListener("visibilitychange", () => document.hidden || look());
  again();
})();
