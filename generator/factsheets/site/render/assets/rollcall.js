// Adds to each roll call what a page can do without: finding a name, showing one position or one group, another order.
// What was chosen stands in the address, so that it can be shared. Every row is in the page before this runs.
"use strict";

const asked = new URLSearchParams(location.search);

function choice(label, name, options) {
  const box = document.createElement("label");
  const select = document.createElement("select");
  box.textContent = label + " ";
  select.name = name;
  for (const [value, text] of options) select.append(new Option(text, value));
  box.append(select);
  return [box, select];
}

function addTools(list) {
  const rows = Array.from(list.querySelectorAll("li"));
  const sections = Array.from(list.querySelectorAll(".standing"));
  if (rows.length < 20) return;
  const say = list.dataset;
  const kinds = sections.map((each) => [each.dataset.kind, each.querySelector("strong").textContent]);
  const groups = Array.from(list.querySelector("template")?.content.querySelectorAll("option") || [], (each) => [each.value, each.textContent]);
  const tools = document.createElement("form");
  const [findBox, find] = [document.createElement("label"), document.createElement("input")];
  const [kindBox, kind] = choice(say.position, "position", [["", say.every], ...kinds]);
  const [groupBox, group] = choice(say.group, "group", [["", say.every], ...groups]);
  const [orderBox, order] = choice(say.sort, "order", [["", say.byPosition], ["name", say.byName]]);
  const none = document.createElement("p");
  const together = document.createElement("ul");
  find.type = "search";
  find.name = "name";
  findBox.textContent = say.find + " ";
  findBox.append(find);
  tools.className = "tools";
  tools.setAttribute("aria-label", say.title);
  tools.append(findBox, kindBox, ...(groups.length ? [groupBox] : []), orderBox);
  none.setAttribute("role", "status");
  none.className = "more";
  together.className = "members together";
  together.hidden = true;
  list.prepend(tools, none, together);

  const homes = new Map(rows.map((row) => [row, row.parentElement]));
  const kindOf = new Map(rows.map((row) => [row, row.closest(".standing").dataset.kind]));
  const byName = [...rows].sort((one, other) => one.textContent.localeCompare(other.textContent, document.documentElement.lang));

  function arrange() {
    const alone = order.value === "name";
    for (const row of alone ? byName : rows) {
      row.querySelector(":scope > .key")?.remove();
      if (alone) {
        const mark = document.createElement("span");
        mark.className = `key key-${kindOf.get(row)}`;
        mark.title = homes.get(row).parentElement.querySelector("strong").textContent;
        row.prepend(mark);
      }
      (alone ? together : homes.get(row)).append(row);
    }
    together.hidden = !alone;
  }

  function show() {
    const wanted = plain(find.value.trim());
    let shown = 0;
    for (const row of rows) {
      const names = plain(`${row.textContent} ${row.dataset.names}`);
      row.hidden =
        (kind.value && kindOf.get(row) !== kind.value) ||
        (group.value && !row.dataset.groups.split(" ").includes(group.value)) ||
        !names.includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    for (const section of sections) {
      const left = section.querySelectorAll("li:not([hidden])").length;
      section.hidden = order.value === "name" || !left;
    }
    const some = say.shown.replace("{shown}", shown).replace("{all}", rows.length);
    none.textContent = !shown ? say.none : shown < rows.length ? some : "";
  }

  function remember() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(tools)) if (value) query.set(name, value);
    if (query.size) query.set("vote", say.vote);
    keep(String(query));
  }

  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("input", () => {
    arrange();
    show();
    remember();
  });
  if (asked.get("vote") === say.vote) {
    for (const field of [find, kind, group, order]) {
      const value = asked.get(field.name) || "";
      field.value = value;
      if (field.value !== value) field.value = "";
    }
    arrange();
    show();
    list.scrollIntoView();
  }
}

document.querySelectorAll(".roll-call").forEach(addTools);

// The members of a body on a chosen day: periods that do not hold then are hidden.
function addDay(list) {
  const groups = Array.from(list.querySelectorAll(".group"));
  if (groups.length < 2) return;
  const tools = document.createElement("form");
  const label = document.createElement("label");
  const day = document.createElement("input");
  const none = document.createElement("p");
  label.textContent = list.dataset.day + " ";
  day.type = "date";
  day.name = "on";
  label.append(day);
  tools.className = "tools";
  tools.append(label);
  none.textContent = list.dataset.none;
  none.setAttribute("role", "status");
  none.hidden = true;
  list.prepend(tools, none);
  function show() {
    const chosen = day.value;
    let shown = 0;
    for (const group of groups) {
      const { since, until } = group.dataset;
      group.hidden = Boolean(chosen && ((since && chosen < since) || (until && chosen > until)));
      shown += group.hidden ? 0 : 1;
    }
    none.hidden = shown > 0;
  }
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("input", () => {
    show();
    keep(day.value && `on=${day.value}`);
  });
  if (asked.get("on")) {
    day.value = asked.get("on");
    show();
  }
}

document.querySelectorAll(".memberships").forEach(addDay);
