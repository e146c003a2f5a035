// A student's page in Chromium.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { background, desk, fits, isAccessible, isUnharmed, onPage, phone, start } from "./browser.mjs";

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const pages = readdirSync(process.env.SOCKGRADE_SAMPLE_PAGES).filter((name) => /^(student|harmful)-.*html$/.test(name));

test("there are pages", () => assert.ok(pages.length > 10, String(pages)));

for (const name of pages)
  test(`${name} opens from a disk by itself and means no harm`, () =>
    onPage(browser, name, { viewport: phone }, async (page) => {
      await fits(page);
      await isUnharmed(page);
      await page.setViewportSize(desk);
      await fits(page);
    }));

for (const scheme of ["light", "dark"])
  for (const name of ["student-failed.html", "student-questions.html", "student-hidden.html", "harmful-5.html"])
    test(`${name} is accessible, ${scheme}`, () =>
      onPage(browser, name, { colorScheme: scheme }, async (page) => {
        await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
        await isAccessible(page);
      }));

test("what failed is open, what passed is folded, and a key unfolds it", () =>
  onPage(browser, "student-questions.html", {}, async (page) => {
    const open = () => page.$$eval("details.case", (all) => all.map((one) => one.open));
    assert.deepEqual(await open(), [false, false, true, true, true]);
    await page.locator("details.case > summary").first().focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await open(), [true, false, true, true, true]);
    await page.getByRole("button", { name: "Open all" }).focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await open(), [true, true, true, true, true]);
    await page.getByRole("button", { name: "Close all" }).press("Space");
    assert.deepEqual(await open(), [false, false, false, false, false]);
  }));

test("the first stop of the keyboard skips to the content", () =>
  onPage(browser, "student-failed.html", {}, async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "content");
  }));

const command = "sockgrade check tcp-capitalize-server anna/server.py --case replies-in-capitals --seed 42";

test("the command is copied", () =>
  onPage(browser, "student-failed.html", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    const button = page.locator("button.copy").first();
    await button.press("Enter");
    await page.getByText("Copied").first().waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), command);
  }));

test("without a clipboard the command is selected", () => {
  const noClipboard = () => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  };
  return onPage(browser, "student-failed.html", { before: noClipboard }, async (page) => {
    await page.locator("button.copy").first().press("Enter");
    await page.getByText("Press Ctrl+C").first().waitFor();
    assert.equal(await page.evaluate(() => String(getSelection())), command);
  });
});

test("the theme is the system's until it is chosen, and stays", () =>
  onPage(browser, "student-passed.html", { colorScheme: "dark" }, async (page) => {
    const dark = await background(page);
    await page.getByRole("button", { name: "Light theme" }).press("Enter");
    const light = await background(page);
    assert.notEqual(light, dark);
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await background(page), light);
    await page.getByRole("button", { name: "Dark theme" }).press("Enter");
    assert.equal(await background(page), dark);
    await page.reload();
    assert.equal(await background(page), dark);
  }));

test("a browser that keeps nothing for files shows the page all the same", () => {
  const noStorage = () =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new Error("no storage here");
      },
    });
  return onPage(browser, "student-passed.html", { before: noStorage }, async (page) => {
    const light = await background(page);
    await page.getByRole("button", { name: "Dark theme" }).press("Enter");
    assert.notEqual(await background(page), light);
  });
});

test("without scripts all of it is there, and no button that does nothing", () =>
  onPage(browser, "student-failed.html", { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator("button:visible").count(), 0);
    assert.ok(await page.getByText(command).isVisible());
    assert.ok(await page.locator(".diagram svg").first().isVisible());
  }));

test("a hidden case is announced and not shown", () =>
  onPage(browser, "student-hidden.html", {}, async (page) => {
    const source = await page.content();
    assert.ok(source.includes("a case that your instructor keeps hidden"));
    assert.ok(!/secret/i.test(source));
  }));

test("the diagram is in the colours of the theme", () =>
  onPage(browser, "student-failed.html", { colorScheme: "dark" }, async (page) => {
    const fill = () => page.$eval(".diagram svg rect", (one) => getComputedStyle(one).fill);
    const dark = await fill();
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await fill(), "rgb(255, 255, 255)");
    assert.notEqual(dark, "rgb(255, 255, 255)");
  }));

test("on paper everything is unfolded, and folded again behind it", () =>
  onPage(browser, "student-questions.html", {}, async (page) => {
    const folded = () => page.locator("details:not([open])").count();
    const before = await folded();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await folded(), 0);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await folded(), before);
  }));

// A player in the first case: its buttons, its words, and which rows of the diagram are not there yet.
const playerIn = (page) => {
  const player = page.locator(".player").first();
  return {
    press: (name, key = "Enter") => player.getByRole("button", { name, exact: true }).press(key),
    key: (key) => player.locator(".play").press(key),
    slider: player.locator(".at"),
    said: () => player.locator(".now").textContent(),
    later: () => page.locator("figure.wire").first().locator("g.row.later").count(),
    rows: () => page.locator("figure.wire").first().locator("g.row").count(),
    play: player.locator(".play"),
    source: player.locator(".source"),
  };
};

test("what happened is stepped through with buttons, keys and the slider", () =>
  onPage(browser, "student-failed.html", {}, async (page) => {
    const player = playerIn(page);
    const last = await player.rows();
    assert.ok(last > 5);
    assert.equal(await player.later(), 0, "until somebody steps, all of it is there");
    await player.key("Home");
    assert.match(await player.said(), new RegExp(`^Step 1 of ${last}, 0\\.002 s: `));
    assert.equal(await player.later(), last - 1);
    await player.press("Next");
    await player.key("ArrowRight");
    assert.match(await player.said(), /^Step 3 of /);
    await player.press("Back", "Space");
    await player.key("ArrowLeft");
    await player.press("Back");
    assert.match(await player.said(), /^Step 1 of /, "and not before the first");
    assert.equal(await page.locator("g.verdict.later").count(), 1, "what was found out comes with its step");
    await player.key("End");
    await player.press("Next");
    assert.equal(await player.later(), 0);
    await player.slider.fill("4");
    assert.match(await player.said(), /^Step 4 of /);
    assert.equal(await player.slider.getAttribute("aria-valuetext"), `Step 4 of ${last}`);
  }));

test("it plays from the beginning, pauses, and goes on from there", () =>
  onPage(browser, "student-failed.html", {}, async (page) => {
    const player = playerIn(page);
    await player.press("Play");
    assert.match(await player.said(), /^Step 1 of /);
    await page.locator(".player .now", { hasText: "Step 2 of" }).first().waitFor();
    await player.press("Pause");
    const said = await player.said();
    assert.equal(await player.play.textContent(), "Play");
    await player.press("Play");
    assert.equal(await player.said(), said);
    await player.press("Pause");
  }));

test("the student's line stands beside the step that it is known of", () =>
  onPage(browser, "student-traceback.html", {}, async (page) => {
    const player = playerIn(page);
    await player.key("Home");
    assert.equal(await player.source.isVisible(), false);
    const rows = await player.rows();
    let seen = "";
    for (let i = 1; i < rows && !seen; ++i) {
      await player.key("ArrowRight");
      if (await player.source.isVisible()) seen = await player.source.textContent();
    }
    assert.equal(seen, "Your line server.py:12  reply(connection)");
  }));

test("filters count the cases, stay in sight, and show one kind", () =>
  onPage(browser, "student-questions.html", { viewport: phone }, async (page) => {
    const names = await page.locator(".filter").allTextContents();
    assert.deepEqual(names, ["all 5", "passed 2", "failed 2", "for a person 1"]);
    const shown = () => page.locator("details.case:visible").count();
    assert.equal(await shown(), 5);
    await page.getByRole("button", { name: "failed 2" }).press("Enter");
    assert.equal(await shown(), 2);
    assert.equal(await page.getByRole("button", { name: "failed 2" }).getAttribute("aria-pressed"), "true");
    await page.getByRole("button", { name: "all 5" }).press("Space");
    assert.equal(await shown(), 5);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    assert.ok(await page.locator(".filters").isVisible());
    const top = await page.$eval(".list-head", (one) => one.getBoundingClientRect().top);
    assert.ok(top > -1 && top < 60, String(top));
  }));

test("the likely cause goes before what was awaited", () =>
  onPage(browser, "student-failed.html", {}, async (page) => {
    const top = (selector) => page.$eval(selector, (one) => one.getBoundingClientRect().top);
    assert.ok((await top(".why")) < (await top(".compare")));
  }));

test("cases that were not run are folded into one, which a link opens", () =>
  onPage(browser, "student-skipped.html", {}, async (page) => {
    assert.equal(await page.locator("details.case").count(), 3);
    assert.equal(await page.locator(".not-run li:visible").count(), 0);
    await page.getByText("3 cases were not run").click();
    assert.equal(await page.locator(".not-run li:visible").count(), 3);
    await page.reload();
    await page.evaluate(() => (location.hash = "#case-4"));
    await page.locator("#case-4").waitFor({ state: "visible" });
  }));

for (const scheme of ["light", "dark"])
  test(`a page in the middle of a step is accessible and fits, ${scheme}`, () =>
    onPage(browser, "student-traceback.html", { colorScheme: scheme, viewport: phone }, async (page) => {
      await playerIn(page).key("Home");
      await fits(page);
      await page.setViewportSize(desk);
      await playerIn(page).key("End");
      await isAccessible(page);
    }));
