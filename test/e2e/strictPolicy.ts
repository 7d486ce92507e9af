import type { Page } from "@playwright/test";
import { randomBytes } from "node:crypto";
import type { Answer } from "./servePages.js";

declare global {
  interface Window {
    /** Takes what the browser refused. */
    complain(text: string): void;
  }
}

/** The policy that the kit supports, on each page, with a nonce of its own for each answer. */
export function strictly(answer: Answer): Answer {
  return async (request, url) => {
    if (url.pathname === "/favicon.ico") return { body: "", headers: {} };
    const found = await answer(request, url);
    if (found === null || !/^text\/html/.test(found.headers["content-type"] ?? "")) return found;
    const nonce = randomBytes(16).toString("base64");
    const policy = `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
    const body = String(found.body).replaceAll("<script ", `<script nonce="${nonce}" `);
    return { body, headers: { "content-security-policy": policy, ...found.headers } };
  };
}

/** Collects violations, errors and warnings of the page, from now on and on each page that it navigates to. */
export async function gatherComplaints(page: Page): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.exposeFunction("complain", (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      window.complain(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return complaints;
}
