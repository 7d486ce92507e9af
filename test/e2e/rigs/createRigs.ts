import { answerWith, buildPages, serve, type Answer, type Served } from "../servePages.js";

/** An app and a provider whose headers isolate them more or less from each other. */
export interface RigPlace {
  readonly name: string;
  /** Where the app is opened, or the page of another site that shows it in a frame. */
  readonly address: string;
  readonly appOrigin: string;
  readonly isEmbedded: boolean;
  /** Whether the browser lets the app see that its window was closed. Else the handle says so from the beginning. */
  readonly showsClose: boolean;
}

/** All rigs, served on free ports. */
export interface Rigs {
  readonly places: readonly RigPlace[];
  close(): Promise<void>;
}

// prettier-ignore
const headers: readonly { readonly name: string; readonly app?: string; readonly provider?: string; readonly isEmbedded?: true; readonly showsClose: boolean }[] = [
  { name: "no COOP", showsClose: true },
  { name: "app same-origin", app: "same-origin", showsClose: false },
  { name: "app same-origin-allow-popups", app: "same-origin-allow-popups", showsClose: true },
  { name: "app noopener-allow-popups", app: "noopener-allow-popups", showsClose: true },
  { name: "provider same-origin", provider: "same-origin", showsClose: false },
  { name: "provider same-origin-allow-popups", provider: "same-origin-allow-popups", showsClose: false },
  { name: "app in a frame of another site", isEmbedded: true, showsClose: true },
];

/** Builds the app once and serves it seven times, each on a site of its own beside its provider's. */
export async function createRigs(): Promise<Rigs> {
  const pages = await buildPages("rigs", ["index.html", "callback.html"], "production");
  const servers: Served[] = [];
  const listen = async (answer: Answer): Promise<number> => {
    const served = await serve(answer);
    servers.push(served);
    return served.port;
  };
  const places: RigPlace[] = [];
  for (const { name, app, provider, isEmbedded = false, showsClose } of headers) {
    const appOrigin = `http://localhost:${String(await listen(answerWith(pages, coop(app))))}`;
    const providerPort = await listen(() => html(authorizePage, coop(provider)));
    const page = `${appOrigin}/?${new URLSearchParams({ provider: `http://127.0.0.1:${String(providerPort)}/authorize` }).toString()}`;
    const address = isEmbedded ? `http://127.0.0.1:${String(await listen(() => html(framing(page))))}/` : page;
    places.push({ name, address, appOrigin, isEmbedded, showsClose });
  }
  return {
    places,
    async close() {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

function coop(policy: string | undefined): Readonly<Record<string, string>> {
  return policy === undefined ? {} : { "cross-origin-opener-policy": policy };
}

function html(body: string, more: Readonly<Record<string, string>> = {}): ReturnType<Answer> {
  return { body, headers: { "content-type": "text/html; charset=utf-8", ...more } };
}

const framing = (page: string): string =>
  `<!doctype html><title>Another site</title><iframe src="${page.replaceAll("&", "&amp;")}" style="width:800px;height:560px"></iframe>`;

/** A provider's page that does what a test presses, and tries to lead its opener astray. */
const authorizePage = `<!doctype html><title>Provider</title><h1>Provider</h1>
<button id="allow">Sign in</button> <button id="close">Cancel</button> <button id="stray">Lead astray</button> <output></output>
<script>
  const asked = new URLSearchParams(location.search);
  document.querySelector("#allow").onclick = () => {
    const back = new URL(asked.get("redirect_uri"));
    back.searchParams.set("code", "C" + Math.random().toString(36).slice(2));
    back.searchParams.set("state", asked.get("state"));
    location.href = back;
  };
  document.querySelector("#close").onclick = () => window.close();
  document.querySelector("#stray").onclick = () => {
    const evil = location.origin + "/evil";
    const tries = [() => (opener.location = evil), () => opener.location.replace(evil), () => (opener.top.location = evil), () => (opener.parent.location = evil), () => open(evil, opener.name || "none")?.close()];
    document.querySelector("output").textContent = (opener ? "opener" : "no opener") + tries.map((go) => { try { go(); return " went"; } catch (error) { return " " + error.name; } });
  };
</script>`;
