
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

// Which cases are shown: one kind at a time, or all.
function startFilters() {
  const bar = document.querySelector(".filters");
  if (!bar || bar.children.length < 3) return;
  const cases = [...document.querySelectorAll("details.case")];
  const said = document.querySelector(".announcement");
  const buttons = [...bar.children];
  bar.hidden = false;
  document.querySelector(".counts").hidden = true;
  for (const button of buttons)
    button.addEventListener("click", () => {
      for (const one of buttons) one.setAttribute("aria-pressed", String(one === button));
      for (const one of cases) one.hidden = button.value !== "" && one.dataset.word !== button.value;
      said.textContent = `Shown: ${button.textContent}`;
    });
}

// Of what scrolls by itself, the page stays where it is.
function keepInView(row, frame) {
  const one = row.getBoundingClientRect();
  const all = frame.getBoundingClientRect();
  const over = one.bottom - all.bottom + 12;
  if (one.top < all.top) frame.scrollTop += one.top - all.top - 12;
  else if (over > 0) frame.scrollTop += over;
}

// What happened, step by step. Until somebody steps, all of it is there.
function startPlayer(figure) {
  const rows = [...figure.querySelectorAll("g.row")];
  const player = figure.querySelector(".player");
  if (!player || rows.length < 2) return;
  const part = (name) => player.querySelector(`.${name}`);
  const [slider, said, source, playing] = ["at", "now", "source", "play"].map(part);
  const last = rows.length;
  let at = last;
  let timer = 0;

  const show = (step) => {
    at = Math.min(Math.max(step, 1), last);
    rows.forEach((row, i) => {
      // What was found out belongs to the step before it.
      const verdict = row.nextElementSibling?.matches("g.verdict") ? [row.nextElementSibling] : [];
      for (const one of [row, ...verdict]) {
        one.classList.toggle("later", i >= at);
        one.classList.toggle("past", i < at - 1);
      }
    });
    const now = rows[at - 1].dataset;
    const count = `Step ${at} of ${last}`;
    said.textContent = `${count}, ${(now.at / 1e6).toFixed(3)} s: ${now.said}`;
    slider.value = at;
    slider.setAttribute("aria-valuetext", count);
    keepInView(rows[at - 1], player.nextElementSibling);
    source.hidden = !now.source;
    source.querySelector("code").textContent = now.source;
  };
  const pause = () => {
    clearTimeout(timer);
    timer = 0;
    playing.textContent = "Play";
    said.setAttribute("aria-live", "polite");
  };
  const goTo = (step) => {
    pause();
    show(step);
  };
  // As far apart as it was, but never so quick or so slow that nobody could follow.
  const goOn = () => {
    if (at === last) return pause();
    const gap = (rows[at].dataset.at - rows[at - 1].dataset.at) / 1000;
    timer = setTimeout(() => {
      show(at + 1);
      goOn();
    }, Math.min(Math.max(gap, 500), 1500));
  };
  const toggle = () => {
    if (timer) return pause();
    playing.textContent = "Pause";
    said.setAttribute("aria-live", "off");
    show(at === last ? 1 : at);
    goOn();
  };

  slider.max = slider.value = last;
  said.textContent = `${last} steps. Play shows them one by one; the arrow keys step back and forth.`;
  player.hidden = false;
  playing.addEventListener("click", toggle);
  part("back").addEventListener("click", () => goTo(at - 1));
  part("next").addEventListener("click", () => goTo(at + 1));
  slider.addEventListener("input", () => goTo(Number(slider.value)));
  player.addEventListener("keydown", (event) => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 1, End: last }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    goTo(to);
  });
  addEventListener("beforeprint", pause);
}

// A link to a case opens it, or what it is folded into.
function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const folded = target && target.closest("details.case");
  if (folded) folded.open = true;
}

document.addEventListener("DOMContentLoaded", () => {
  startCopying();
  startFolding();
  startFilters();
  document.querySelectorAll("figure.wire").forEach(startPlayer);
  addEventListener("hashchange", openTarget);
  openTarget();
});
