import { chromium, type FullConfig } from "@playwright/test";

/** Opens a page before the tests: the server compiles what all of them load, which would be taken from the first ones' time. */
export default async function warmUp({ projects }: FullConfig): Promise<void> {
  const { baseURL = "", launchOptions } = projects[0]?.use ?? {};
  const browser = await chromium.launch(launchOptions ?? {});
  try {
    const page = await browser.newPage({ baseURL });
    page.setDefaultTimeout(180_000);
    await page.goto("/iframe.html?id=recipes-friends--friends&viewMode=story&globals=locale:en&world=e2e-warm");
    await page.getByText("李雷").waitFor();
  } finally {
    await browser.close();
  }
}
