// A class's page in Chromium.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { desk, fits, isAccessible, isUnharmed, onPage, phone, start } from "./browser.mjs";

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const names = (page) => page.$$eval("#student-table > tbody > tr:not([hidden]):not(.more) bdi:first-child", (all) =>
  all.filter((one) => !one.closest(".id")).map((one) => one.textContent));
const unfoldAll = (page) => page.evaluate(() => {
  document.querySelectorAll("details").forEach((one) => (one.open = true));
  document.querySelectorAll("button[aria-expanded]").forEach((one) => one.click());
});

const yael = "\u05d9\u05e2\u05dc \u05db\u05d4\u05df";
const cem = "Cem Y\u0131ld\u0131z";

for (const name of ["class-small.html", "class-harmful.html", "class-big.html", "class-empty.html"])
  test(`${name} opens from a disk by itself and means no harm`, () =>
    onPage(browser, name, { viewport: phone }, async (page) => {
      await fits(page);
      if (name !== "class-big.html") await unfoldAll(page);
      await fits(page);
      await isUnharmed(page);
      await page.setViewportSize(desk);
      await fits(page);
    }));

for (const scheme of ["light", "dark"])
  for (const viewport of [phone, desk])
    test(`it is accessible, ${scheme}, ${viewport.width} wide`, () =>
      onPage(browser, "class-small.html", { colorScheme: scheme, viewport }, async (page) => {
        await unfoldAll(page);
        await isAccessible(page);
      }));

test("it is sorted by a key, upwards and downwards", () =>
  onPage(browser, "class-small.html", {}, async (page) => {
    assert.deepEqual(await names(page), ["Ann Lee", "Bo Ray", cem, yael]);
    const head = page.locator("#student-table > thead th").last();
    await head.getByRole("button").press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    assert.deepEqual(await names(page), ["Bo Ray", cem, "Ann Lee", yael]);
    await head.getByRole("button").press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    assert.deepEqual(await names(page), [yael, "Ann Lee", cem, "Bo Ray"]);
    const first = page.locator("#student-table > thead th").first();
    await first.getByRole("button").press("Space");
    assert.equal(await head.getAttribute("aria-sort"), null);
    assert.deepEqual(await names(page), ["Ann Lee", "Bo Ray", cem, yael]);
  }));

test("names and ids are searched, and the number of those found is said", () =>
  onPage(browser, "class-small.html", {}, async (page) => {
    const said = page.getByRole("status");
    assert.equal(await said.textContent(), "All 4 students");
    await page.getByLabel("Name or id").fill("BO r");
    assert.deepEqual(await names(page), ["Bo Ray"]);
    assert.equal(await said.textContent(), "1 of 4 students");
    await page.getByLabel("Name or id").fill("s9");
    assert.deepEqual(await names(page), [yael]);
    await page.getByRole("button", { name: "Show all" }).click();
    assert.equal(await said.textContent(), "All 4 students");
  }));

test("results and failed cases are filtered", () =>
  onPage(browser, "class-small.html", {}, async (page) => {
    await page.getByLabel("Result").selectOption("failed");
    assert.deepEqual(await names(page), ["Ann Lee", "Bo Ray", cem]);
    await page.getByRole("combobox", { name: "Exercise" }).selectOption("udp-receiver");
    assert.deepEqual(await names(page), ["Ann Lee"]);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByLabel("Failed case").selectOption("next-client (1)");
    assert.deepEqual(await names(page), [yael]);
    await page.getByRole("button", { name: "2: show these students" }).press("Enter");
    assert.deepEqual(await names(page), ["Bo Ray", cem]);
    assert.equal(await page.evaluate(() => document.activeElement.id), "find-case");
  }));

test("a row unfolds to its cases by a key, and stays with its student", () =>
  onPage(browser, "class-small.html", {}, async (page) => {
    const button = page.getByRole("button", { name: "Bo Ray" });
    await button.press("Enter");
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    const more = page.locator("tr.more");
    assert.match(await more.textContent(), /A message comes back in capitals.*What came back is "tea", as it was sent/s);
    assert.match(await more.textContent(), /The hand-in has no program\./);
    assert.match(await more.textContent(), /What only the instructor knows hidden/);
    await page.locator("#student-table > thead th").last().getByRole("button").press("Enter");
    assert.equal(await page.$eval("tr.more", (one) => one.previousElementSibling.querySelector("bdi").textContent), "Bo Ray");
    await button.press("Enter");
    assert.equal(await more.count(), 0);
  }));

test("the students come first, with what is to be looked at above them", () =>
  onPage(browser, "class-small.html", {}, async (page) => {
    const heads = await page.$$eval("h2", (all) => all.map((one) => one.textContent));
    assert.deepEqual(heads.slice(0, 5), ["Students", "To talk about", "Exercises", "Cases", "Scores"]);
    const tiles = (await page.locator(".tiles").textContent()).replace(/\s+/g, " ");
    assert.match(tiles, /Passed ?2 ?of 8 programs/);
    assert.match(tiles, /Mean/);
    await page.getByRole("button", { name: "1 to look at: show them" }).press("Enter");
    assert.deepEqual(await names(page), [cem]);
    assert.match(await page.locator("#together + *").textContent(), /The text comes back as it was sent\./);
  }));

test("being late and a correction by hand are seen, and said where a row unfolds", () =>
  onPage(browser, "class-small.html", {}, async (page) => {
    const row = page.locator("#student-table > tbody > tr", { hasText: "Ann Lee" });
    assert.match(await row.textContent(), /1\.5\/10 late/);
    await page.getByRole("button", { name: "Ann Lee" }).click();
    assert.match(await page.locator("tr.more").textContent(), /1 day late: 10 % taken/);
    await page.getByRole("button", { name: yael }).click();
    assert.match(await page.locator("tr.more").last().textContent(), /corrected by hand: He showed it in the lab\./);
  }));

test("loaded again, it opens where it was", () =>
  onPage(browser, "class-big.html", {}, async (page) => {
    await page.getByLabel("Name or id").fill("Student 4");
    await page.getByLabel("Result").selectOption("failed");
    const head = page.locator("#student-table > thead th").last();
    await head.getByRole("button").press("Enter");
    await head.getByRole("button").press("Enter");
    const first = (await names(page))[0];
    await page.getByRole("button", { name: first, exact: false }).first().click();
    await page.evaluate(() => {
      document.querySelector(".scroll").scrollTop = 120;
      scrollTo(0, 200);
    });
    const before = await names(page);
    await page.reload();
    assert.equal(await page.getByLabel("Name or id").inputValue(), "Student 4");
    assert.equal(await page.getByLabel("Result").inputValue(), "failed");
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    assert.deepEqual(await names(page), before);
    assert.equal(await page.locator("tr.more").count(), 1);
    await page.waitForFunction(() => scrollY === 200 && document.querySelector(".scroll").scrollTop === 120);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.reload();
    assert.equal((await names(page)).length, 500);
  }));

test("without any storage it opens all the same", () =>
  onPage(browser, "class-small.html", {
    before: () => Object.defineProperty(window, "sessionStorage", { get: () => { throw new DOMException("no"); } }),
  }, async (page) => {
    await page.getByLabel("Name or id").fill("BO r");
    await page.reload();
    assert.equal((await names(page)).length, 4);
  }));

test("a report is linked where there is one", () =>
  onPage(browser, "class-small.html", {}, async (page) => {
    await page.getByRole("button", { name: "Ann Lee" }).click();
    const hrefs = await page.$$eval("tr.more a", (all) => all.map((one) => one.getAttribute("href")));
    assert.deepEqual(hrefs, ["students/Ann%20Lee/tcp-capitalize-server.html", "students/Ann%20Lee/udp-receiver.html"]);
    assert.equal(await page.getByRole("link", { name: "missing" }).count(), 0);
  }));

test("without scripts the table is there, and no button that does nothing", () =>
  onPage(browser, "class-small.html", { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator("button:visible, select:visible").count(), 0);
    assert.equal((await names(page)).length, 4);
    assert.ok(await page.getByText("1.5/10").isVisible());
  }));

test("a large class is searched and sorted as a small one", () =>
  onPage(browser, "class-big.html", {}, async (page) => {
    assert.equal((await names(page)).length, 500);
    await page.getByLabel("Name or id").fill("student 499");
    assert.deepEqual(await names(page), ["Student 499 of Many"]);
    await page.getByLabel("Name or id").fill("");
    const first = page.locator("#student-table > thead th").first().getByRole("button");
    await first.press("Enter");
    await first.press("Enter");
    assert.equal((await names(page))[0], "Student 500 of Many");
  }));

test("the meetings are a table whose heads stay in sight", () =>
  onPage(browser, "class-big.html", {}, async (page) => {
    const scroll = page.locator(".tall").last();
    await scroll.scrollIntoViewIfNeeded();
    await scroll.evaluate((one) => one.scrollTo(400, 400));
    const corner = await scroll.locator(".corner").boundingBox();
    const around = await scroll.boundingBox();
    assert.ok(Math.abs(corner.x - around.x) < 3 && Math.abs(corner.y - around.y) < 3);
    assert.equal(await scroll.getByRole("row").count(), 31);
  }));
