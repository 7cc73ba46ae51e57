// Loads the pages named in Chromium and prints the violations that axe-core finds, as JSON.
const fs = require("fs");
const path = require("path");
const puppeteer = require("puppeteer-core");

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];

(async () => {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: flags });
  const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const found = [];
  for (const file of process.argv.slice(2)) {
    for (const width of [360, 1280]) {
      const page = await browser.newPage();
      await page.setBypassCSP(true);
      await page.setViewport({ width, height: 900 });
      await page.goto("file://" + path.resolve(file));
      await page.evaluate(axe);
      const result = await page.evaluate(() => axe.run());
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth
      );
      if (wide) found.push({ file, width, id: "scrolls-sideways" });
      for (const { id, nodes } of result.violations) found.push({ file, width, id, html: nodes[0].html });
      await page.close();
    }
  }
  console.log(JSON.stringify(found));
  await browser.close();
})();
