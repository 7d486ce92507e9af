import { TencentError } from "tencent-error-kit/core";
import { createTencentFetch, type GuardOptions } from "tencent-error-kit/fetch";
import { client } from "./client";

/**
 * Takes the place of the global `fetch` in modules that call Tencent's platform: rejects with a `TencentError` where the answer
 * reports a failure by its number, also with HTTP 200. Every other answer is the one that the global gives. A change is named by its
 * method and path when the person is asked whether to send it, unless it has a name: `fetch(url, init, { label: "Publish the post" })`.
 */
export const fetch = async (
  input: RequestInfo | URL,
  init?: RequestInit,
  options?: GuardOptions,
): Promise<Response> => {
  let answer: Response | undefined;
  const ask = createTencentFetch(client, async (...sent) => {
    answer = await globalThis.fetch(...sent);
    const isText = /json|javascript|text|urlencoded/.test(answer.headers.get("content-type") ?? "");
    return isText ? answer.clone() : Response.json({});
  });
  try {
    // reads wait as well: no data layer asks again
    await ask(input, init, { replay: "confirm", ...options });
  } catch (error) {
    if (answer === undefined || isPlatforms(error)) throw error;
  }
  return answer ?? Response.error();
};

/** How servers of any kind write numbers of their own. */
const common = /^(?:bot|envelope|foreign|graphql|problem|umi|unknown)$/;

/** An answer of the app's own is no failure of the platform's; a sign-in that was put off is. */
function isPlatforms(error: unknown): boolean {
  if (!(error instanceof TencentError)) return false;
  const { row, category, failure } = error.diagnosis;
  return category === "cancelled" || (failure.code !== null && (row !== null || !common.test(failure.dialect)));
}
