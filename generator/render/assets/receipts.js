// Opens a receipt where it stands: what the list of sources at the foot of the page says of it, in a small window beside
// the fact. Without this the mark is a link to that list.
"use strict";

const receipts = document.querySelector(".receipts");

if (receipts && HTMLElement.prototype.showPopover) {
  const window_ = document.createElement("div");
  const text = document.createElement("div");
  const onward = document.createElement("a");
  const close = document.createElement("button");
  let opener = null;
  window_.className = "receipt-window";
  window_.popover = "auto";
  window_.tabIndex = -1;
  onward.textContent = receipts.dataset.toList;
  close.textContent = receipts.dataset.close;
  close.type = "button";
  window_.append(text, onward, " ", close);
  document.querySelector(".md-content__inner").append(window_);

  function open(mark) {
    const entry = document.querySelector(mark.getAttribute("href"));
    if (!entry) return false;
    const kind = entry.closest("ol, ul").previousElementSibling.textContent;
    const heading = document.createElement("p");
    heading.className = "tier";
    heading.textContent = kind;
    text.replaceChildren(heading, ...Array.from(entry.childNodes, (node) => node.cloneNode(true)));
    onward.href = mark.getAttribute("href");
    window_.setAttribute("aria-label", mark.getAttribute("aria-label"));
    window_.setAttribute("role", "dialog");
    opener = mark;
    window_.showPopover();
    const at = mark.getBoundingClientRect();
    const room = document.documentElement.clientWidth - window_.offsetWidth - 8;
    const below = at.bottom + 6 + window_.offsetHeight < innerHeight;
    window_.style.left = `${Math.max(8, Math.min(at.left, room))}px`;
    window_.style.top = `${Math.max(8, below ? at.bottom + 6 : at.top - 6 - window_.offsetHeight)}px`;
    window_.focus();
    return true;
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".receipt a");
    const plainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (mark && plainClick && open(mark)) event.preventDefault();
  });
  onward.addEventListener("click", () => window_.hidePopover());
  close.addEventListener("click", () => window_.hidePopover());
  window_.addEventListener("toggle", (event) => {
    if (event.newState === "closed") opener?.focus({ preventScroll: true });
  });
  addEventListener("scroll", () => window_.matches(":popover-open") && window_.hidePopover(), { passive: true });
}
