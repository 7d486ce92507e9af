import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { createExchange } from "./createExchange.js";
import { openSession } from "./sessions.js";

const origin = process.env["APP_ORIGIN"] ?? "http://localhost:5173";
const provider = process.env["QQ_PROVIDER"];

const exchange = createExchange({
  appId: process.env["QQ_APP_ID"] ?? "",
  appKey: process.env["QQ_APP_KEY"] ?? "",
  origin,
  redirectUri: `${origin}/tencent-callback.html`,
  ...(provider !== undefined && { provider }),
  openSession,
});

type Handler = (request: Incoming, response: ServerResponse) => void;
/** `express.json()` may have read the body already. */
type Incoming = IncomingMessage & { readonly originalUrl?: string; readonly body?: unknown };

/** What an app of Express has of it. */
interface App {
  get(path: string, handler: Handler): unknown;
  post(path: string, handler: Handler): unknown;
}

/** `addSessionRoutes(express())`. The page's `startRoute` is `/session/qq/start`, its `sessionRoute` `/session/qq`. */
export function addSessionRoutes(app: App): void {
  app.get("/session/qq/start", answeredBy(exchange.start));
  app.post("/session/qq", answeredBy(exchange.finish));
}

function answeredBy(answer: (request: Request) => Response | Promise<Response>): Handler {
  return (incoming, response) => {
    void respond(incoming, response, answer).catch(() => {
      response.statusCode = 502;
      response.end();
    });
  };
}

async function respond(
  incoming: Incoming,
  response: ServerResponse,
  answer: (request: Request) => Response | Promise<Response>,
): Promise<void> {
  const { status, headers, ...answered } = await read(incoming).then(async (request) => {
    const given = await answer(request);
    return { status: given.status, headers: given.headers, body: await given.text() };
  });
  response.statusCode = status;
  for (const [name, value] of headers) if (name !== "set-cookie") response.setHeader(name, value);
  response.setHeader("set-cookie", headers.getSetCookie());
  response.end(answered.body);
}

async function read(incoming: Incoming): Promise<Request> {
  const { method = "GET", headers, originalUrl, url } = incoming;
  const own = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const given = incoming.body === undefined ? await text(incoming) : JSON.stringify(incoming.body);
  const body = method === "GET" ? {} : { body: given };
  return new Request(new URL(originalUrl ?? url ?? "/", origin), { method, headers: own, ...body });
}
