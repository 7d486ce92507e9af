const keepAliveMs = 15_000;

/**
 * Lets the site's own service worker stand in for Tencent's servers, and waits until it does. Where the page has an address of a
 * sandbox, or is no built site, there is one already.
 */
export async function startSandboxWorker(): Promise<void> {
  if (!import.meta.env.PROD || globalThis.sandboxOrigin !== undefined || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  globalThis.sandboxOrigin = new URL("tencent", document.baseURI).href;
  const isHere = new Promise((resolve) => serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
  await serviceWorker.register(new URL("sandbox-worker.js", document.baseURI));
  const { active } = await serviceWorker.ready;
  // a page that was reloaded past the worker is none of its own until the worker takes it
  active?.postMessage("claim");
  if (serviceWorker.controller === null) await isHere;
  setInterval(() => serviceWorker.controller?.postMessage("stay"), keepAliveMs);
}
