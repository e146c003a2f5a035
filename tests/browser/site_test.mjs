// The pages of ci/site in Chromium: readable on a phone and on a desk, light and dark, without a network.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { background, desk, fits, folder, isAccessible, onPage, phone, start } from "./browser.mjs";

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const all = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
// Of the starters, which all look alike, every tenth. ci/site itself has looked at the links of all.
const opened = all.filter((name, place) => !name.includes("/starter/") || place % 10 === 0);
// One of each kind: the start, long pages with tables and drawings, the course, a handout, a file, a folder.
const kinds = [
  "index.html",
  "docs/student.html",
  "docs/class.html",
  "docs/isolation.html",
  "exercises/index.html",
  "exercises/udp-sender/index.html",
  "exercises/udp-sender/starter/python/sender.py.html",
  "specs/index.html",
];
const options = { mine: (url) => url.startsWith("file:") && url.includes(folder) };

test("pages fit on a phone, and each of their links leads to a file", async () => {
  assert.ok(opened.length > 60, `${opened.length} pages`);
  const missing = [];
  await onPage(browser, opened[0], { ...options, viewport: phone }, async (page) => {
    for (const name of opened) {
      await page.goto(new URL(`file://${join(folder, name)}`).href);
      await fits(page);
      const targets = await page.$$eval("a, link, img", (found) => found.map((one) => one.href || one.src));
      for (const target of new Set(targets)) {
        const url = new URL(target);
        if (url.protocol === "data:" || url.protocol === "https:") continue;
        assert.equal(url.protocol, "file:", target);
        if (!existsSync(fileURLToPath(new URL(url.pathname, "file://")))) missing.push(`${name}: ${target}`);
      }
      const here = await page.$$eval("a[href^='#']", (found) => found.map((one) => one.hash.slice(1)));
      for (const id of here)
        if (!(await page.evaluate((one) => document.getElementById(one) !== null, id))) missing.push(`${name}: #${id}`);
    }
  });
  assert.deepEqual(missing, []);
});

for (const [colorScheme, viewport] of [["light", phone], ["dark", desk]])
  test(`it is accessible, ${colorScheme}, ${viewport.width} wide`, async () => {
    for (const name of kinds)
      await onPage(browser, name, { ...options, colorScheme, viewport }, async (page) => {
        await fits(page);
        await isAccessible(page);
      });
  });

test("the themes differ, and each page has the style", () =>
  onPage(browser, "index.html", { ...options, colorScheme: "dark" }, async (page) => {
    const dark = await background(page);
    await page.emulateMedia({ colorScheme: "light" });
    const light = await background(page);
    assert.notEqual(light, dark);
    assert.notEqual(light, "rgba(0, 0, 0, 0)");
  }));

test("on a phone the navigation is below the text and one touch away, on a desk beside it", () =>
  onPage(browser, "docs/student.html", { ...options, viewport: phone }, async (page) => {
    const places = () => page.evaluate(() => ["main", "nav"].map((one) => document.querySelector(one).getBoundingClientRect().top));
    let [text, menu] = await places();
    assert.ok(menu > text + 500);
    await page.getByRole("link", { name: "All pages" }).click();
    assert.ok(await page.locator("nav").evaluate((one) => Math.abs(one.getBoundingClientRect().top) < 100));
    await page.setViewportSize(desk);
    [text, menu] = await places();
    assert.equal(text, menu);
    assert.ok(!(await page.getByRole("link", { name: "All pages" }).isVisible()));
  }));

test("from the start to a handout and its starter", () =>
  onPage(browser, "index.html", { ...options, viewport: phone }, async (page) => {
    await page.getByRole("main").getByRole("link", { name: "The course" }).click();
    await page.getByRole("main").getByRole("link", { name: "A UDP sender", exact: true }).click();
    await page.getByRole("main").getByRole("link", { name: "starter/python/sender.py" }).first().click();
    assert.match(await page.locator("pre").textContent(), /import/);
    await page.getByRole("navigation").getByRole("link", { name: "Check your own program", exact: true }).click();
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Check your own program");
    assert.equal(await page.locator("nav [aria-current=page]").textContent(), "Check your own program");
  }));
