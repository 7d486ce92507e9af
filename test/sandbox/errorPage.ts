import { html } from "hono/html";
import { page, type PageLanguage } from "./page.js";
import { serverMessage } from "./serverMessages.js";

/** QQ's own page for a failed authorization: a text with a number, and no way back to the app. */
export function errorPage(code: string, language: PageLanguage): ReturnType<typeof page> {
  const message = /^-?\d{1,7}$/.test(code) ? serverMessage(Number(code)) : "error";
  return page(language, html`<p class="fault">${message}(${code})</p>`);
}
