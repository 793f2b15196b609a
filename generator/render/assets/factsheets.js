// Adds what a page can do without: a field that filters long lists of names. The facts are all in the page.
"use strict";

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function addFilter(list) {
  const entries = Array.from(list.querySelectorAll("tbody tr, li"));
  if (entries.length < 12) return;
  const label = document.createElement("label");
  const field = document.createElement("input");
  const none = document.createElement("p");
  label.className = "filter";
  label.textContent = list.dataset.filter + " ";
  field.type = "search";
  none.textContent = list.dataset.none;
  none.setAttribute("role", "status");
  none.hidden = true;
  label.append(field);
  list.prepend(label, none);
  field.addEventListener("input", () => {
    const wanted = plain(field.value.trim());
    let shown = 0;
    for (const entry of entries) {
      const name = entry.querySelector("th, .what") || entry;
      entry.hidden = !plain(`${name.textContent} ${entry.dataset.names || ""}`).includes(wanted);
      shown += entry.hidden ? 0 : 1;
    }
    for (const group of list.querySelectorAll(".index-group")) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    none.hidden = shown > 0;
  });
}

document.querySelectorAll("[data-filter]").forEach(addFilter);

// The search index can be fetched from a server only: elsewhere the theme's search is taken away before it starts.
// Where it stays, it gets the name for screen readers that the theme forgot.
if (location.protocol.startsWith("http")) {
  const search = document.querySelector(".md-search");
  const field = search?.querySelector("input");
  if (field) search.setAttribute("aria-label", field.getAttribute("aria-label"));
  document.documentElement.classList.add("can-search");
} else {
  document.querySelectorAll(".md-search, [for=__search]").forEach((part) => part.remove());
}

// The button that opens the menu is a label in the theme: it is made a button for keyboards and screen readers too.
const drawer = document.getElementById("__drawer");
const menu = document.querySelector(".md-header__button[for=__drawer]");
if (drawer && menu) {
  const say = () => menu.setAttribute("aria-expanded", String(drawer.checked));
  menu.setAttribute("role", "button");
  menu.setAttribute("aria-label", document.querySelector(".md-nav--primary").getAttribute("aria-label"));
  menu.tabIndex = 0;
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation(); // the theme would close it again
    menu.click();
  });
  drawer.addEventListener("change", say);
  say();
}
