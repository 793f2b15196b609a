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

const edition = new URL("..", document.currentScript.src).href;

// The address of a page of this site, in full. Whatever else data may name, such as a script, becomes this page's own.
function local(address, from = document.baseURI) {
  const found = URL.canParse(address, from) ? new URL(address, from).href : "";
  return found.startsWith(edition) ? found : "#";
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

// The buttons of the header are labels in the theme: real buttons take their places, for keyboards and screen readers.
function headerButton(name, className) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `md-header__button md-icon ${className}`;
  button.setAttribute("aria-label", name);
  return button;
}

const drawer = document.getElementById("__drawer");
const label = document.querySelector(".md-header__button[for=__drawer]");
if (drawer && label) {
  const menu = headerButton(document.querySelector(".md-nav--primary").getAttribute("aria-label"), "menu-button");
  const say = () => menu.setAttribute("aria-expanded", String(drawer.checked));
  menu.append(...label.childNodes);
  menu.addEventListener("click", () => drawer.click());
  drawer.addEventListener("change", say);
  label.replaceWith(menu);
  say();
}

// One button switches the look. The theme keeps a field for each look and shows the label that leads to the next.
const looks = document.querySelector("[data-md-component=palette]");
if (looks) {
  const button = headerButton("", "look-button");
  const next = () => looks.querySelector("label:not([hidden])") || looks.querySelector("label");
  const say = () => {
    button.setAttribute("aria-label", next().title);
    button.replaceChildren(...Array.from(next().childNodes, (node) => node.cloneNode(true)));
  };
  button.addEventListener("click", () => next().click());
  new MutationObserver(say).observe(looks, { subtree: true, attributeFilter: ["hidden"] });
  looks.style.display = "none";
  looks.after(button);
  say();
}
