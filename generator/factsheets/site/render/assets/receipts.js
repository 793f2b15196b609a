// Opens a receipt where it stands: what the list of sources at the foot of the page says of it, in a small window beside
// the fact. Without this the mark is a link to that list.
"use strict";

const receipts = document.querySelector(".receipts");

if (receipts && HTMLElement.prototype.showPopover) {
  const pane = document.createElement("div");
  const text = document.createElement("div");
  const onward = document.createElement("a");
  const close = document.createElement("button");
  let opener = null;
  pane.className = "receipt-window";
  pane.popover = "auto";
  pane.tabIndex = -1;
  onward.textContent = receipts.dataset.toList;
  close.textContent = receipts.dataset.close;
  close.type = "button";
  pane.append(text, onward, " ", close);
  document.querySelector(".md-content__inner").append(pane);

  function only() {
    const line = document.createElement("p");
    line.className = "only";
    line.textContent = receipts.dataset.only;
    return line;
  }

  function open(mark) {
    const entry = receipts.querySelector(`li[id="${CSS.escape(mark.hash.slice(1))}"]`);
    if (!entry) return false;
    const kind = entry.closest("ol, ul").previousElementSibling.textContent;
    const heading = document.createElement("p");
    heading.className = "tier";
    heading.textContent = kind;
    const receipt = mark.closest(".receipt");
    const where = receipt.nextElementSibling?.closest(".receipt-place");
    const said = where ? [...entry.childNodes, ...where.childNodes] : [...entry.childNodes];
    text.replaceChildren(heading, ...said.map((node) => node.cloneNode(true)));
    if (receipt.classList.contains("receipt-only")) heading.after(only());
    onward.href = `#${entry.id}`;
    pane.setAttribute("aria-label", mark.getAttribute("aria-label"));
    pane.setAttribute("role", "dialog");
    opener = mark;
    pane.showPopover();
    const at = mark.getBoundingClientRect();
    const room = document.documentElement.clientWidth - pane.offsetWidth - 8;
    const below = at.bottom + 6 + pane.offsetHeight < innerHeight;
    pane.style.left = `${Math.max(8, Math.min(at.left, room))}px`;
    pane.style.top = `${Math.max(8, below ? at.bottom + 6 : at.top - 6 - pane.offsetHeight)}px`;
    pane.focus();
    return true;
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".receipt a");
    const plainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (mark && plainClick && open(mark)) event.preventDefault();
  });
  onward.addEventListener("click", () => pane.hidePopover());
  close.addEventListener("click", () => pane.hidePopover());
  // The browser tells of the closing a little later: who has gone on to something else by then is left there.
  pane.addEventListener("toggle", (event) => {
    const isNowhere = document.activeElement === document.body || pane.contains(document.activeElement);
    if (event.newState === "closed" && isNowhere) opener?.focus({ preventScroll: true });
  });
  addEventListener("scroll", () => pane.matches(":popover-open") && pane.hidePopover(), { passive: true });
}
