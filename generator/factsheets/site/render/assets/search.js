// Searches the whole site. The index is a script, loaded when the search is first opened, so that it works from a folder
// too. A query is cut at its spaces; each part must occur, in any order: as the beginning of a word or, after those, inside
// one if it has four letters. Marks on letters and case do not count.
"use strict";

const searching = document.querySelector("dialog.search");

if (searching) {
  const atFirst = 5;
  const say = searching.dataset;
  const opener = document.querySelector(".search-open");
  const field = searching.querySelector("input");
  const status = searching.querySelector("[role=status]");
  const results = searching.querySelector(".search-results");
  let kinds = null;

  // Texts as plain words, each after one space. A text with apostrophes is there twice: d’Ivoire as "d ivoire", "divoire".
  const words = (text) => ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
  const joined = (text) => words(text.replace(/['’ʼ`´]/g, ""));
  const forms = (text) => [...new Set([words(text), joined(text)])].map((form) => `${form} `);
  const folded = (...texts) => texts.flatMap(forms).join("|");
  const inside = (word) => (/^ \p{L}{4,}$/u.test(word) ? word.trim() : word);
  const textOf = (said) => (Array.isArray(said) ? said[0] : said);

  const element = (tag, text = "", className = "") => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  // The script of the index calls this. An entry's address is seen from that script.
  self.factsheetsIndex = (index) => {
    const from = document.currentScript.src;
    kinds = index.map(([name, entries]) => ({ name, entries: entries.map((entry) => prepared(entry, from)) }));
    show();
  };

  function prepared([title, href, about = "", names = [], texts = []], from) {
    const name = folded(textOf(title));
    const named = folded(textOf(title), ...names);
    const all = folded(textOf(title), ...names, about, ...texts.map(textOf));
    const parts = [about, ...names.map((each) => (about ? `${each} · ${about}` : each)), ...texts];
    return { title, href: local(href, from), parts, name, named, all };
  }

  // From 0, one of its names is the query, to 4, one of its texts has the words; then the same with letters inside words.
  function rank(entry, wanted) {
    const query = wanted.join("");
    const has = (parts) => [entry.name, entry.named, entry.all].map((text) => parts.every((part) => text.includes(part)));
    const is = entry.named.split("|").includes(`${query} `);
    const begins = entry.name.split("|").some((form) => form.startsWith(query));
    return [is, begins, ...has(wanted), ...has(wanted.map(inside))].indexOf(true);
  }

  // How sure it is that this is meant: 0, one of its names is the query; 1, one begins with it; 2, the title has its words.
  function doubt(entry, wanted) {
    const begins = entry.named.split("|").some((form) => form.startsWith(wanted.join("")));
    const place = rank(entry, wanted);
    return place && begins ? 1 : Math.min(place, 3);
  }

  // Below the title stands what is said of it, or the text that has most of the words which the title lacks.
  function context(entry, wanted) {
    const lacking = wanted.filter((word) => !entry.name.includes(inside(word)));
    const has = (said, word) => folded(textOf(said)).includes(inside(word));
    const score = (said) => lacking.filter((word) => has(said, word)).length;
    const part = entry.parts.reduce((best, each) => (score(each) > score(best) ? each : best));
    const pieces = textOf(part).split(" ");
    const at = pieces.findIndex((piece) => lacking.some((word) => has(piece, word)));
    const start = at > 4 ? at - 2 : 0;
    const [, lang, what] = Array.isArray(part) ? part : [];
    const made = element("span", "", "search-context");
    if (what) made.append(element("span", `${what}: `, "search-what"));
    const said = element("span", start ? "… " : "");
    if (lang) said.lang = lang;
    for (const piece of pieces.slice(start, start + 30)) {
      const [before, core = "", after = ""] = piece.split(/([\p{L}\p{N}](?:.*[\p{L}\p{N}])?)/u);
      said.append(before, wanted.some((word) => has(piece, word)) ? element("b", core) : core, `${after} `);
    }
    made.append(said);
    return made;
  }

  function line(entry, wanted) {
    const made = element("li");
    const link = element("a");
    const title = element("span", textOf(entry.title), "search-title");
    if (Array.isArray(entry.title)) title.lang = entry.title[1];
    link.href = entry.href;
    link.append(title, context(entry, wanted));
    made.append(link);
    return made;
  }

  function section(name, found, wanted) {
    const made = element("section");
    const list = element("ul");
    const lines = (entries) => entries.map((entry) => line(entry, wanted));
    list.append(...lines(found.slice(0, atFirst)));
    made.append(element("h2", name), list);
    if (found.length > atFirst) {
      const more = element("button", say.more.replace("{n}", found.length - atFirst));
      more.type = "button";
      more.addEventListener("click", () => {
        const rest = lines(found.slice(atFirst));
        list.append(...rest);
        more.remove();
        rest[0].firstChild.focus();
      });
      made.append(more);
    }
    return made;
  }

  function show() {
    const wanted = field.value.split(/\s+/).map(joined).filter((word) => word !== " ");
    results.replaceChildren();
    if (!kinds) return; // whether it has failed stays said
    status.textContent = "";
    if (!wanted.length) return;
    let number = 0;
    const sections = [];
    for (const { name, entries } of kinds) {
      const ranked = entries.map((entry) => [rank(entry, wanted), entry]).filter(([place]) => place >= 0);
      if (!ranked.length) continue;
      ranked.sort(([one], [other]) => one - other);
      const found = ranked.map(([, entry]) => entry);
      sections.push([doubt(found[0], wanted), section(name, found, wanted)]);
      number += found.length;
    }
    // What is called so comes first; all else keeps the order of its kinds.
    sections.sort(([one], [other]) => Math.sign(one) - Math.sign(other));
    results.append(...sections.map(([, made]) => made));
    const least = Math.min(...sections.map(([each]) => each));
    sections.find(([each]) => each === least)?.[1].querySelector("a").classList.add("search-best");
    results.scrollTop = 0;
    status.textContent = number ? say.found.replace("{n}", number) : say.none;
  }

  // Browsers that know trusted types take the address of a script from this policy alone; it allows nothing but the index.
  const isIndex = (address) => local(address).endsWith("/assets/search-index.js");
  const createScriptURL = (address) => (isIndex(address) ? local(address) : "");
  const trust = window.trustedTypes?.createPolicy("factsheets", { createScriptURL }) || { createScriptURL };

  function load() {
    const script = document.createElement("script"); // without a text: that would have to be trusted too
    if (say.integrity) script.integrity = say.integrity;
    script.src = trust.createScriptURL(say.index);
    script.addEventListener("error", () => {
      script.remove();
      status.textContent = say.failed;
    });
    document.head.append(script);
    return script;
  }

  let loading = null;
  function open() {
    if (!searching.open) searching.showModal();
    field.select();
    if (!loading?.isConnected) loading = load();
  }

  opener.addEventListener("click", open);
  field.addEventListener("input", show);
  searching.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector(".search-best")?.click();
  });
  searching.addEventListener("click", (event) => {
    if (event.target === searching || event.target.closest("form button, a")) searching.close();
  });
  searching.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the theme has keys of its own
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (/^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.metaKey) field.focus();
    if (!step) return;
    const stops = [field, ...results.querySelectorAll("a, button")];
    stops[Math.max(0, stops.indexOf(document.activeElement) + step)]?.focus();
    event.preventDefault();
  });
  const isApple = /^(Mac|iP)/.test(navigator.platform);
  document.addEventListener("keydown", (event) => {
    const command = isApple ? event.metaKey : event.ctrlKey;
    if (!command || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });
  if (isApple) {
    opener.setAttribute("aria-keyshortcuts", "Meta+K");
    opener.querySelector("kbd").textContent = "⌘K";
  }

  document.querySelector(".md-header__inner").append(opener);
  opener.hidden = false;
}
