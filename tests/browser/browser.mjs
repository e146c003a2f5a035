// Chromium on the sample pages: what every page must hold, and what the tests of the pages share.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
export const folder = process.env.SOCKGRADE_SAMPLE_PAGES;

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 900 };

// Root's Chromium has no sandbox; nothing of it talks to anybody.
export function start() {
  return chromium.launch({
    executablePath: process.env.SOCKGRADE_CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

// Opens a page in a context of its own, calls `work` with it, and then says what must not have happened: a request for
// anything but the page (or what `mine` says is one of ours), an error, something that the page's policy had to stop, a
// question to the user.
export async function onPage(browser, name, { mine = () => false, ...options }, work) {
  const context = await browser.newContext({ viewport: desk, ...options });
  try {
    const page = await context.newPage();
    const url = pathToFileURL(join(folder, name)).href;
    const wrong = [];
    page.on("request", (request) => {
      const asked = request.url();
      if (asked !== url && !asked.startsWith("data:") && !mine(asked)) wrong.push(`request: ${asked}`);
    });
    page.on("console", (message) => wrong.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => {
      wrong.push(`dialog: ${dialog.message()}`);
      return dialog.dismiss();
    });
    if (options.before) await page.addInitScript(options.before);
    await page.goto(url);
    await work(page);
    assert.deepEqual(wrong, [], name);
  } finally {
    await context.close();
  }
}

// The page itself does not scroll to the side.
export async function fits(page) {
  const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(needed <= there, `${page.url()} is ${needed} wide on ${there}`);
}

export async function isAccessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`).join("; ")}`);
  assert.deepEqual(serious, [], page.url());
}

// What students write is text: it made no element, and nothing of it was run.
export async function isUnharmed(page) {
  const found = await page.evaluate(() => ({
    title: document.title,
    elements: document.querySelectorAll("img, iframe, object, embed, base, script[src], link:not([href='data:,'])").length,
    handlers: [...document.querySelectorAll("*")].filter((one) =>
      [...one.attributes].some(({ name }) => name.startsWith("on") || name === "style"),
    ).length,
    schemes: [...document.querySelectorAll("a")].filter((one) => one.protocol !== "file:").length,
    styles: document.querySelectorAll("style").length,
    shown: getComputedStyle(document.body).display,
  }));
  assert.notEqual(found.title, "harmed");
  delete found.title;
  assert.deepEqual(found, { elements: 0, handlers: 0, schemes: 0, styles: 1, shown: "block" });
}

export const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
