import axios from "axios";
import ky from "ky";
import { createFetch } from "ofetch";
import { expect, test } from "vitest";
import { diagnose } from "../../src/diagnose/diagnose.js";
import { gatewayPage } from "../sandbox/gatewayPage.js";
import { wireResponse } from "../sandbox/wireResponse.js";

/** What a library rejects with for this answer. */
type Thrown = (answer: () => Response) => Promise<unknown>;

const url = "https://app.test/api/friends?access_token=SECRET";
const caught = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

const answered = async (answer: () => Response): Promise<Response> => Promise.resolve(answer());

const libraries: Readonly<Record<string, Thrown>> = {
  axios: (answer) => caught(axios.get(url, { adapter: "fetch", env: { fetch: () => answered(answer) } })),
  ofetch: (answer) => caught(createFetch({ fetch: () => answered(answer) })(url, { retry: 0 })),
  ky: (answer) => caught(ky(url, { fetch: () => answered(answer), retry: 0 }).json()),
};

test.each(["axios", "ofetch"] as const)("an error of %s is read through to the code in its body", async (name) => {
  const error = await libraries[name]?.(() => wireResponse(-21, { httpStatus: 400 }));
  const { failure, category } = diagnose(error);
  expect(category).toBe("reauth");
  expect(failure).toMatchObject({ code: -21, httpStatus: 400 });
  expect(JSON.stringify(failure)).not.toContain("SECRET");
});

test("an error of ky has an unread body: only the status is known", async () => {
  const error = await libraries["ky"]?.(() => wireResponse(-21, { httpStatus: 503 }));
  expect(diagnose(error)).toMatchObject({ category: "platform", retry: "backoff", failure: { httpStatus: 503 } });
});

test.each(["axios", "ofetch", "ky"] as const)("a gateway's page through %s is the platform's trouble", async (name) => {
  const error = await libraries[name]?.(() => gatewayPage(502));
  expect(diagnose(error)).toMatchObject({ category: "platform", retry: "backoff", failure: { httpStatus: 502 } });
});

test.each(["axios", "ofetch", "ky"] as const)("a lost connection through %s is the network's", async (name) => {
  const error = await libraries[name]?.(() => {
    throw new TypeError("Failed to fetch");
  });
  expect(diagnose(error).category).toBe("network");
});
