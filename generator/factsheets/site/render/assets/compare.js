// Compares any two members, or any two votes, from the positions that stand in the page as data.
"use strict";

// Found by marks that no id or text of the content can be; the data is a script element of the page's own.
const place = document.querySelector("div[data-compare]");
const positions = document.querySelector('script[type="application/json"][data-positions]');

if (place && positions) {
  const data = JSON.parse(positions.textContent);
  const say = data.words;
  const cast = "yna";
  const away = "xeo";

  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const link = (each) => {
    const made = element("a", each.name);
    made.href = local(each.href);
    return made;
  };
  const standing = (letter) => {
    const [kind, name] = data.standings[letter];
    const made = element("span", name);
    made.prepend(element("span", "", `key key-${kind}`));
    return made;
  };
  const relation = (one, other) => {
    if (!cast.includes(one) || !cast.includes(other)) return "uncounted";
    if (one === other) return "same";
    return one === "a" || other === "a" ? "half" : "opposite";
  };
  const table = (heads, rows) => {
    const made = element("table", "", "lines duel");
    const head = made.createTHead().insertRow();
    for (const each of heads) {
      const cell = element("th", each);
      cell.scope = "col";
      head.append(cell);
    }
    const body = made.createTBody();
    for (const row of rows) {
      const line = body.insertRow();
      row.forEach((each, number) => {
        const cell = element(number ? "td" : "th");
        if (!number) cell.scope = "row";
        else if (heads[number]) cell.dataset.head = heads[number];
        cell.append(each);
        line.append(cell);
      });
    }
    return made;
  };

  // Two members, vote by vote, those that count first and of these the latest; the index is Lijphart's, as on the pages.
  function members(one, other) {
    const shared = data.votes.map((vote, at) => [vote, one.positions[at], other.positions[at]]).reverse()
      .filter(([, mine, theirs]) => mine !== "-" && theirs !== "-");
    const count = { same: 0, half: 0, opposite: 0, uncounted: 0 };
    const counted = ([, mine, theirs]) => relation(mine, theirs) !== "uncounted";
    const rows = [...shared.filter(counted), ...shared.filter((each) => !counted(each))].map(([vote, mine, theirs]) => {
      const kind = relation(mine, theirs);
      count[kind] += 1;
      const what = element("span");
      what.append(element("span", vote.date, "more"), element("br"), link(vote));
      return [what, standing(mine), standing(theirs), say[kind]];
    });
    const total = count.same + count.half + count.opposite;
    const index = total >= data.enough ? `${Math.floor((100 * (2 * count.same + count.half)) / (2 * total) + 0.5)} %` : "–";
    const sum = total ? say.pair.replace(/\{(\w+)\}/g, (_, name) => ({ ...count, n: total, index })[name]) : say.none;
    return [element("p", sum, "answer"), table([say.vote, one.name, other.name, ""], rows)];
  }

  // Two votes, member by member: those who did something else, and folded the others.
  function votes(before, after) {
    const at = [before, after].map((vote) => data.votes.indexOf(vote)).sort((one, other) => one - other);
    [before, after] = at.map((each) => data.votes[each]);
    const found = { switched: [], steady: [], unknown: [] };
    for (const member of data.members) {
      const [was, now] = at.map((each) => member.positions[each].replace("r", "n"));
      if (was === "-" || now === "-") continue;
      const same = was === now || (away.includes(was) && away.includes(now));
      const kind = was === "?" || now === "?" ? "unknown" : same ? "steady" : "switched";
      found[kind].push([link(member), standing(was), standing(now), say[kind]]);
    }
    const sum = Object.keys(found).map((kind) => `${say[kind]}: ${found[kind].length}`).join(" · ");
    const heads = [say.member, before.symbol, after.symbol, ""];
    const folded = ["steady", "unknown"].filter((kind) => found[kind].length).map((kind) => {
      const made = element("details");
      made.append(element("summary", `${say[kind]}: ${found[kind].length}`), table(heads, found[kind]));
      return made;
    });
    return [element("p", sum, "answer"), ...(found.switched.length ? [table(heads, found.switched)] : []), ...folded];
  }

  function chooser(title, name, entries, labels, compare) {
    const form = element("form", "", "tools");
    const result = element("div");
    result.setAttribute("aria-live", "polite");
    const chosen = labels.map((label) => {
      const box = element("label", `${label} `);
      const select = element("select");
      select.append(new Option("–", ""));
      for (const each of entries) select.append(new Option(each.name, each.id));
      box.append(select);
      form.append(box);
      return select;
    });
    const show = () => {
      const pair = chosen.map((select) => entries.find((each) => each.id === select.value));
      const ready = pair.every(Boolean) && pair[0] !== pair[1];
      result.replaceChildren(...(ready ? compare(...pair) : []));
      chosen.forEach((select, number) => {
        for (const option of select.options) option.disabled = option.value && option.value === chosen[1 - number].value;
      });
      return ready;
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      if (show()) keep(`${name}=${chosen.map((select) => encodeURIComponent(select.value)).join(",")}`);
    });
    const asked = new URLSearchParams(location.search).get(name)?.split(",") || [];
    chosen.forEach((select, number) => {
      select.value = asked[number] || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    show();
    const heading = element("h2", title);
    place.append(heading, form, result);
  }

  // The other language opens with the same choice.
  document.querySelectorAll(".twin").forEach((twin) => twin.addEventListener("click", () => { twin.search = location.search; }));

  chooser(say.choose_members, "members", data.members, [say.one, say.other], members);
  chooser(say.choose_votes, "votes", [...data.votes].reverse(), [say.before, say.after], votes);
  place.hidden = false;
}
