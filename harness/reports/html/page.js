"use strict";
// In the head, so that a page in the dark does not flash before it is dark.

const theme = (() => {
  const root = document.documentElement;
  const key = "sockgrade-theme";
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  // Pages from a file may have no storage: then the choice lasts as long as the page.
  const stored = (work) => {
    try {
      return work(window.localStorage);
    } catch {
      return null;
    }
  };
  const apply = (name) => {
    if (name === "dark" || name === "light") root.dataset.theme = name;
  };
  apply(stored((storage) => storage.getItem(key)));
  const current = () => root.dataset.theme || (prefersDark.matches ? "dark" : "light");
  const other = () => (current() === "dark" ? "light" : "dark");
  return {
    start(button) {
      const label = () => {
        button.textContent = other() === "dark" ? "Dark theme" : "Light theme";
      };
      button.hidden = false;
      button.addEventListener("click", () => {
        const name = other();
        apply(name);
        stored((storage) => storage.setItem(key, name));
        label();
      });
      prefersDark.addEventListener("change", label);
      label();
    },
  };
})();

// A printed page shows what is folded too.
function unfoldForPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
    opened = [];
  });
}

document.addEventListener("DOMContentLoaded", () => {
  theme.start(document.querySelector(".theme"));
  unfoldForPrint();
});
