
// --- A class's page: the table of students is there without this; here it is sorted, searched and unfolded. All text
// goes in as text, never as markup.

// By the numbers of the data (class_page_students.cc): the word, and how it looks.
const verdicts = [
  ["passed", "pass"],
  ["failed", "fail"],
  ["skipped", "idle"],
  ["not possible", "idle"],
  ["inconclusive", "look"],
];

function make(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function iconOf(kind) {
  const icon = make("i", `icon ${kind}`);
  icon.setAttribute("aria-hidden", "true");
  return icon;
}

function badgeOf([word, kind]) {
  return make("span", `badge ${kind}`, iconOf(kind), word);
}

class StudentTable {
  constructor(table, data) {
    this.table = table;
    this.data = data;
    this.body = table.tBodies[0];
    this.rows = [...this.body.rows].map((row, index) => ({
      row,
      index,
      text: row.cells[0].textContent.toLocaleLowerCase(),
      lines: data.rows[index],
      more: null,
    }));
    this.collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
    this.addExpanders();
    this.addSorting();
  }

  // --- Unfolding. What is unfolded is made when it is first asked for.

  addExpanders() {
    for (const one of this.rows) {
      const cell = one.row.cells[0];
      const button = make("button", "");
      const who = make("span", "");
      who.append(...cell.childNodes);
      button.type = "button";
      button.setAttribute("aria-expanded", "false");
      button.append(who);
      cell.append(button);
      one.button = button;
    }
    this.body.addEventListener("click", (event) => {
      const button = event.target.closest("button[aria-expanded]");
      if (button) this.toggle(this.rows.find((one) => one.button === button));
    });
  }

  toggle(one) {
    const open = one.button.getAttribute("aria-expanded") === "true";
    one.button.setAttribute("aria-expanded", String(!open));
    if (open) {
      one.more.remove();
      return;
    }
    one.more ??= this.unfolded(one);
    one.row.after(one.more);
  }

  unfolded(one) {
    const inner = make("div", "more-inner");
    for (const line of one.lines) inner.append(...this.exercise(one, line));
    const cell = make("td", "", inner);
    cell.colSpan = one.row.cells.length;
    return make("tr", "more", cell);
  }

  exercise(one, [exercise, message, program, cases]) {
    const { words, exercises } = this.data;
    const head = make("div", "more-head", make("b", "", make("bdi", "", exercises[exercise].name)));
    const grade = one.row.cells[exercise + 1].querySelector(".grade");
    if (words[program]) head.append(make("code", "", make("bdi", "", words[program])));
    if (grade.href) {
      // The address is the one that the page already has.
      const link = make("a", "", "the report");
      link.href = grade.getAttribute("href");
      link.setAttribute("aria-label", `the report of ${exercises[exercise].name}`);
      head.append(link);
    }
    const parts = [head];
    if (words[message]) parts.push(make("p", "small", words[message]));
    if (cases.length > 0) parts.push(this.cases(exercise, cases));
    else if (!words[message]) parts.push(make("p", "small quiet", grade.textContent.trim()));
    return parts;
  }

  cases(exercise, cases) {
    const table = make("table", "", make("caption", "said", `Cases of ${this.data.exercises[exercise].name}`));
    const head = make("tr", "");
    for (const title of ["Verdict", "Case", "Points", "Why"]) {
      const th = make("th", title === "Points" ? "number" : "", title);
      th.scope = "col";
      head.append(th);
    }
    table.append(make("thead", "", head), make("tbody", "", ...cases.map((one) => this.caseRow(exercise, one))));
    return table;
  }

  caseRow(exercise, [place, verdict, points, reason = 0, cause = 0]) {
    const { words, exercises } = this.data;
    const [id, title, level, most, hidden] = exercises[exercise].cases[place];
    const what = make("td", "", make("bdi", "", title || id));
    if (hidden) what.append(" ", make("span", "tag", "hidden"));
    if (level && level !== "must") what.append(" ", make("span", "tag", level));
    const why = make("td", "", words[reason]);
    if (words[cause]) why.append(" ", make("span", "tag", words[cause]));
    return make("tr", "", make("td", "", badgeOf(verdicts[verdict])), what, make("td", "number", `${points}/${most}`), why);
  }

  // --- Sorting.

  addSorting() {
    this.heads = [...this.table.tHead.rows[0].cells];
    this.heads.forEach((head, column) => {
      const button = make("button", "");
      button.type = "button";
      button.append(...head.childNodes, make("span", "arrow"));
      head.append(button);
      button.addEventListener("click", () => this.sort(column, head.getAttribute("aria-sort") === "ascending"));
    });
  }

  sort(column, descending) {
    this.sorted = { column, descending };
    const value = (one) => Number(one.row.cells[column].dataset.value);
    const order =
      column === 0 ? (a, b) => this.collator.compare(a.text, b.text) : (a, b) => value(a) - value(b);
    // Who is alike stays in the order of the class.
    this.rows.sort((a, b) => (descending ? order(b, a) : order(a, b)) || a.index - b.index);
    this.heads.forEach((head, at) => {
      if (at === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
      head.querySelector(".arrow").textContent = at === column ? (descending ? "\u2193" : "\u2191") : "";
    });
    const all = document.createDocumentFragment();
    for (const one of this.rows) {
      all.append(one.row);
      if (one.more && one.button.getAttribute("aria-expanded") === "true") all.append(one.more);
    }
    this.body.append(all);
  }

  // --- Where somebody was.

  unfoldedRows() {
    return this.rows.filter((one) => one.button.getAttribute("aria-expanded") === "true").map((one) => one.text);
  }

  unfold(texts) {
    const wanted = new Set(texts);
    for (const one of this.rows)
      if (wanted.has(one.text) && one.button.getAttribute("aria-expanded") !== "true") this.toggle(one);
  }

  // --- Filtering.

  filter({ name, exercise, result, failed }) {
    let shown = 0;
    for (const one of this.rows) {
      const fits =
        one.text.includes(name) && this.hasResult(one, exercise, result) && (!failed || this.hasFailed(one, failed));
      one.row.hidden = !fits;
      if (one.more) one.more.hidden = !fits;
      if (fits) ++shown;
    }
    return shown;
  }

  hasResult(one, exercise, result) {
    if (exercise === "" && result === "") return true;
    const cells = exercise === "" ? [...one.row.cells].slice(1) : [one.row.cells[Number(exercise) + 1]];
    const kinds = result === "to look at" ? ["inconclusive", "unclear", "refused", "trouble", result] : [result];
    return cells.some((cell) => cell.dataset.kind && (result === "" || kinds.includes(cell.dataset.kind)));
  }

  hasFailed(one, failed) {
    const [exercise, place] = failed.split(".").map(Number);
    return one.lines.some(
      (line) => line[0] === exercise && line[3].some(([at, verdict]) => at === place && verdict === 1),
    );
  }
}

function fillCases(select, { exercises, rows }) {
  const counts = new Map();
  for (const lines of rows)
    for (const [exercise, , , cases] of lines)
      for (const [place, verdict] of cases)
        if (verdict === 1) counts.set(`${exercise}.${place}`, (counts.get(`${exercise}.${place}`) || 0) + 1);
  exercises.forEach(({ name, cases }, exercise) => {
    const group = document.createElement("optgroup");
    group.label = name;
    cases.forEach(([id], place) => {
      const count = counts.get(`${exercise}.${place}`);
      if (count) group.append(new Option(`${id} (${count})`, `${exercise}.${place}`));
    });
    if (group.children.length > 0) select.append(group);
  });
}

// The page is written anew while a class is graded. Loaded again, it opens where it was: what is kept stays in this
// tab, and nothing of it leaves the computer. Pages from a file may have no storage: then it opens at the top.
const place = {
  key: `sockgrade-class ${location.pathname}`,
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key)) || {};
    } catch {
      return {};
    }
  },
  write(state) {
    try {
      sessionStorage.setItem(this.key, JSON.stringify(state));
    } catch {
      // Then it opens at the top.
    }
  },
};

function keepPlace(table, form, update) {
  const fields = [...form.querySelectorAll("input, select")];
  const box = table.table.closest(".scroll");
  const state = place.read();
  for (const field of fields) {
    const value = state.fields?.[field.id];
    if (typeof value !== "string") continue;
    field.value = value;
    if (field.value !== value) field.value = ""; // that case has not failed any more
  }
  const { column, descending } = state.sorted || {};
  if (Number.isInteger(column) && column >= 0 && column < table.heads.length) table.sort(column, Boolean(descending));
  if (Array.isArray(state.unfolded)) table.unfold(state.unfolded);
  update();
  const [navigation] = performance.getEntriesByType("navigation");
  if (navigation && navigation.type !== "navigate" && Array.isArray(state.scrolled)) {
    history.scrollRestoration = "manual";
    // What is far below is laid out late: once now, and once when it has been.
    const scroll = () => {
      scrollTo(0, state.scrolled[0]);
      box.scrollTo(state.scrolled[2], state.scrolled[1]);
    };
    scroll();
    requestAnimationFrame(scroll);
  }
  addEventListener("pagehide", () =>
    place.write({
      fields: Object.fromEntries(fields.map((field) => [field.id, field.value])),
      sorted: table.sorted,
      unfolded: table.unfoldedRows(),
      scrolled: [scrollY, box.scrollTop, box.scrollLeft],
    }),
  );
}

document.addEventListener("DOMContentLoaded", () => {
  const data = JSON.parse(document.getElementById("class-data").textContent);
  const table = new StudentTable(document.getElementById("student-table"), data);
  const form = document.querySelector(".controls");
  const find = (id) => document.getElementById(`find-${id}`);
  const said = document.getElementById("shown-count");
  const all = data.rows.length;
  const update = () => {
    const shown = table.filter({
      name: find("name").value.trim().toLocaleLowerCase(),
      exercise: find("exercise").value,
      result: find("result").value,
      failed: find("case").value,
    });
    said.textContent = shown === all ? `All ${all} students` : `${shown} of ${all} students`;
  };
  fillCases(find("case"), data);
  form.hidden = false;
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector(".show-all").addEventListener("click", () => {
    form.reset();
    update();
  });
  for (const cell of document.querySelectorAll("td[data-case]")) {
    const button = make("button", "", cell.textContent);
    button.type = "button";
    button.setAttribute("aria-label", `${cell.textContent}: show these students`);
    cell.replaceChildren(button);
    button.addEventListener("click", () => {
      form.reset();
      find("case").value = cell.dataset.case;
      update();
      document.getElementById("students").scrollIntoView();
      find("case").focus({ preventScroll: true });
    });
  }
  const look = document.getElementById("look-count");
  if (look) {
    const button = make("button", "", look.textContent);
    button.type = "button";
    button.setAttribute("aria-label", `${look.textContent} to look at: show them`);
    look.replaceChildren(button);
    button.addEventListener("click", () => {
      form.reset();
      find("result").value = look.dataset.result;
      update();
      find("result").focus({ preventScroll: true });
    });
  }
  keepPlace(table, form, update);
});
