// What a page looks like: node picture.mjs PAGE.html PICTURE.png [WIDTH HEIGHT]
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { start } from "./browser.mjs";

const [page, picture, width = "1000", height = "760"] = process.argv.slice(2);
const browser = await start();
try {
  const tab = await browser.newPage({ viewport: { width: Number(width), height: Number(height) }, colorScheme: "light" });
  await tab.goto(pathToFileURL(resolve(page)).href);
  await tab.screenshot({ path: picture });
} finally {
  await browser.close();
}
