// Searches the whole site. The index is a script, loaded when the search is first opened, so that it works from a folder
// too. A query is cut at its spaces; each part must begin some word, in any order: marks on letters and case do not count.
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
  const folded = (...texts) => texts.map((text) => `${words(text)} |${joined(text)} |`).join("");
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
    const named = name + folded(...names);
    const all = named + folded(about, ...texts.map(textOf));
    const parts = [about, ...names.map((each) => (about ? `${each} · ${about}` : each)), ...texts];
    const starts = [textOf(title), ...names].map((each) => folded(each));
    return { title, href: new URL(href, from).href, parts, starts, name, named, all };
  }

  // From 0, the name begins with the query, to 3, some text has its words; -1 for what does not match.
  function rank(entry, wanted) {
    const has = (text) => wanted.every((word) => text.includes(word));
    return [entry.name.startsWith(wanted.join("")), has(entry.name), has(entry.named), has(entry.all)].indexOf(true);
  }

  // How sure it is that this is meant: 0, one of its names begins with the query; 1, the title has its words.
  function doubt(entry, wanted) {
    if (entry.starts.some((name) => name.startsWith(wanted.join("")))) return 0;
    return rank(entry, wanted) === 1 ? 1 : 2;
  }

  // Below the title stands what is said of it, or the text that has most of the words which the title lacks.
  function context(entry, wanted) {
    const lacking = wanted.filter((word) => !entry.name.includes(word));
    const has = (said, word) => folded(textOf(said)).includes(word);
    const score = (said) => lacking.filter((word) => has(said, word)).length;
    const part = entry.parts.reduce((best, each) => (score(each) > score(best) ? each : best));
    const pieces = textOf(part).split(" ");
    const at = pieces.findIndex((piece) => lacking.some((word) => has(piece, word)));
    const start = at > 4 ? at - 2 : 0;
    const made = element("span", start ? "… " : "", "search-context");
    if (Array.isArray(part)) made.lang = part[1];
    for (const piece of pieces.slice(start, start + 30)) {
      const [before, core = "", after = ""] = piece.split(/([\p{L}\p{N}](?:.*[\p{L}\p{N}])?)/u);
      made.append(before, wanted.some((word) => has(piece, word)) ? element("b", core) : core, `${after} `);
    }
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
    status.textContent = "";
    if (!kinds || !wanted.length) return;
    let [number, least] = [0, 3];
    for (const { name, entries } of kinds) {
      const ranked = entries.map((entry) => [rank(entry, wanted), entry]).filter(([place]) => place >= 0);
      if (!ranked.length) continue;
      ranked.sort(([one], [other]) => one - other);
      const made = section(name, ranked.map(([, entry]) => entry), wanted);
      results.append(made);
      number += ranked.length;
      if (doubt(ranked[0][1], wanted) < least) {
        least = doubt(ranked[0][1], wanted);
        results.querySelector(".search-best")?.classList.remove("search-best");
        made.querySelector("a").classList.add("search-best");
      }
    }
    results.scrollTop = 0;
    status.textContent = number ? say.found.replace("{n}", number) : say.none;
  }

  function load() {
    const script = element("script");
    script.src = say.index;
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
  document.addEventListener("keydown", (event) => {
    const command = event.ctrlKey || event.metaKey;
    const typing = event.target.closest("input, select, textarea");
    if (command ? event.key.toLowerCase() !== "k" : event.key !== "/" || event.altKey || typing) return;
    event.preventDefault();
    open();
  });

  document.querySelector(".md-header__inner").append(opener);
  opener.hidden = false;
}
