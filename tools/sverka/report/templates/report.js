"use strict";
const form = document.querySelector("form");
const findings = [...document.querySelectorAll("li.finding")];
const shown = document.querySelector("output");

function filter() {
  const wanted = new FormData(form);
  const words = wanted.get("words").toLocaleLowerCase();
  let number = 0;
  for (const item of findings) {
    const fits = ["locale", "rule", "severity"].every(
      (name) => !wanted.get(name) || item.dataset[name] === wanted.get(name)
    );
    item.hidden = !fits || !item.textContent.toLocaleLowerCase().includes(words);
    number += !item.hidden;
  }
  for (const section of document.querySelectorAll("section")) {
    section.hidden = !section.querySelector("li.finding:not([hidden])");
  }
  shown.value = `${number} of ${findings.length} findings`;
}

form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
filter();
