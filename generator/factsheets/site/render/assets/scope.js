// Where the theme keeps what a reader chose: below the address of the edition, in the browser's own store. The theme's
// scripts call these names.
"use strict";

window.__md_scope = new URL("..", document.currentScript.src);

window.__md_get = (name, store = localStorage, scope = window.__md_scope) => {
  try {
    return JSON.parse(store.getItem(`${scope.pathname}.${name}`));
  } catch {
    return null; // the store is closed to this page, or holds what is no choice
  }
};

window.__md_set = (name, value, store = localStorage, scope = window.__md_scope) => {
  try {
    store.setItem(`${scope.pathname}.${name}`, JSON.stringify(value));
  } catch {
    // the choice holds for this page
  }
};
