// What a page of an app pays at its start, whatever built it: the scripts and sheets that its first visit asks for before it has loaded.
import { gzipSync } from "node:zlib";

/**
 * Bytes, each file gzipped. What a page fetches ahead once it has loaded is no part of its start.
 * @param {import("playwright").Browser} browser @param {string} origin
 */
export async function startBytes(browser, origin) {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** @type {import("playwright").Response[]} */
  const responses = [];
  const note = (/** @type {import("playwright").Response} */ response) => {
    if (["script", "stylesheet"].includes(response.request().resourceType())) responses.push(response);
  };
  page.on("response", note);
  try {
    await page.goto(origin, { waitUntil: "load" });
    page.off("response", note);
    const bodies = await Promise.all(responses.map((response) => response.body()));
    return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  } finally {
    await context.close();
  }
}
