/** A path of the app's own API, and what it answers where it refuses for a reason of the app's. */
export const url = "https://app.test/api/posts";
export const own = { code: 20000, message: "库存不足" };

/** A `fetch` whose every answer has this body. */
export const answering =
  (body: object, status: number): typeof fetch =>
  () =>
    Promise.resolve(Response.json(body, { status }));
