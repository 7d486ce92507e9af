import { answer, ask } from "../../../lib/platform";

export const GET = () => answer(ask("/app/api/friends"));

export const POST = async (request: Request) =>
  answer(
    ask("/app/api/friends", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: await request.text(),
    }),
  );
