// Sets the look that the reader chose before the page is shown. It stands right behind the fields of the looks.
"use strict";

{
  const chosen = window.__md_get("__palette")?.color;
  const bySystem = chosen?.media === "(prefers-color-scheme)";
  const wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
  const field = document.querySelector(`input[data-md-color-media="(prefers-color-scheme: ${wanted})"]`);
  for (const part of chosen ? ["media", "scheme", "primary", "accent"] : []) {
    const value = bySystem ? field.getAttribute(`data-md-color-${part}`) : chosen[part];
    if (typeof value === "string") document.body.setAttribute(`data-md-color-${part}`, value);
  }
}
