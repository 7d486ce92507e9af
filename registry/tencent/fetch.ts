import { TencentError } from "tencent-error-kit/core";
import { createTencentFetch } from "tencent-error-kit/fetch";
import { client } from "./client";

/**
 * Takes the place of the global `fetch` in modules that call Tencent's platform: rejects with a `TencentError` where the answer
 * reports a failure by its number, also with HTTP 200. Every other answer is the one that the global gives.
 */
export const fetch: typeof globalThis.fetch = async (input, init) => {
  let answer: Response | undefined;
  const ask = createTencentFetch(client, async (...sent) => {
    answer = await globalThis.fetch(...sent);
    const isText = /json|javascript|text|urlencoded/.test(answer.headers.get("content-type") ?? "");
    return isText ? answer.clone() : Response.json({});
  });
  try {
    // reads wait as well: no data layer asks again
    await ask(input, init, { replay: "confirm" });
  } catch (error) {
    // an answer of the app's own is no failure of the platform's; a sign-in that was put off is
    const isPlatforms =
      error instanceof TencentError &&
      (error.diagnosis.failure.code !== null || error.diagnosis.category === "cancelled");
    if (answer === undefined || isPlatforms) throw error;
  }
  return answer ?? Response.error();
};
