import type { Sandbox } from "./createSandbox.js";

/** One visit to a sandbox as a test writes it: `"GET /path"`, a body, headers. */
export function visit(
  sandbox: Pick<Sandbox, "fetch">,
  call: string,
  { body, headers = {}, signal }: Visit = {},
): Promise<Response> {
  const [method = "GET", path = "/"] = call.split(" ");
  const sent = body === undefined ? {} : { body: body instanceof URLSearchParams ? body : JSON.stringify(body) };
  return sandbox.fetch(
    new Request(`http://localhost:6007${path}`, { method, headers, ...sent, ...(signal ? { signal } : {}) }),
  );
}

/** The path of the authorize page, with everything that it asks for unless told otherwise. */
export function authorizePath(change: Readonly<Record<string, string | undefined>> = {}): string {
  const asked: Readonly<Record<string, string | undefined>> = {
    response_type: "code",
    client_id: "100000001",
    redirect_uri: "http://localhost:6006/callback",
    state: "s1",
    ...change,
  };
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `/oauth2.0/authorize?${new URLSearchParams(given).toString()}`;
}

/** Presses a button of the authorize page and says where it leads. */
export async function choose(
  sandbox: Pick<Sandbox, "fetch">,
  choice: string,
  path: string = authorizePath(),
): Promise<URL> {
  const response = await visit(sandbox, `POST ${path}`, { body: new URLSearchParams({ choice }) });
  return new URL(response.headers.get("location") ?? "");
}

interface Visit {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}
