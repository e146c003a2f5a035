
// --- A student's page.

function select(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

// Where the clipboard is not to be had, the command is selected: Ctrl+C does the rest.
async function copy(node) {
  try {
    await navigator.clipboard.writeText(node.textContent);
    return "Copied";
  } catch {
    select(node);
    try {
      if (document.execCommand("copy")) return "Copied";
    } catch {
      // Selected it is in any case.
    }
    return "Press Ctrl+C";
  }
}

function startCopying() {
  const said = document.querySelector(".announcement");
  for (const button of document.querySelectorAll("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const done = await copy(button.parentElement.querySelector("code"));
      button.textContent = done;
      said.textContent = done;
    });
    button.addEventListener("blur", () => {
      button.textContent = "Copy";
      said.textContent = "";
    });
  }
}

function startFolding() {
  const cases = [...document.querySelectorAll("details.case")];
  const button = document.querySelector(".fold");
  if (!button || cases.length < 2) return;
  const label = () => {
    button.textContent = cases.every((one) => one.open) ? "Close all" : "Open all";
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = !cases.every((one) => one.open);
    for (const one of cases) one.open = open;
    label();
  });
  for (const one of cases) one.addEventListener("toggle", label);
  label();
}

// A link to a case opens it.
function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target && target.matches("details.case")) target.open = true;
}

document.addEventListener("DOMContentLoaded", () => {
  startCopying();
  startFolding();
  addEventListener("hashchange", openTarget);
  openTarget();
});
