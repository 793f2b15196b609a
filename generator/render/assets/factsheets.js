// Adds what a page can do without: a field that filters long lists of names. The facts are all in the page.
"use strict";

function plain(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
}

// Keeps what was chosen in the address, so that it can be shared. Some browsers keep the address of a file as it is.
function keep(query) {
  try {
    history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
  } catch {
    // what was chosen works all the same
  }
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

// The button that opens the menu is a label in the theme: a real button takes its place, for keyboards and screen readers.
const drawer = document.getElementById("__drawer");
const label = document.querySelector(".md-header__button[for=__drawer]");
if (drawer && label) {
  const menu = document.createElement("button");
  const say = () => menu.setAttribute("aria-expanded", String(drawer.checked));
  menu.type = "button";
  menu.className = `${label.className} menu-button`;
  menu.setAttribute("aria-label", document.querySelector(".md-nav--primary").getAttribute("aria-label"));
  menu.append(...label.childNodes);
  menu.addEventListener("click", () => drawer.click());
  drawer.addEventListener("change", say);
  label.replaceWith(menu);
  say();
}
