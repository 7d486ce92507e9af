import type { ReactElement } from "react";
import { render, type RenderResult } from "vitest-browser-react";
import {
  type AccountName,
  createTencentErrorClient,
  type Audience,
  type SupportDesk,
  type TencentErrorClient,
  type UserLocale,
} from "../../src/core.js";
import { TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { fakeReauth, type FakeReauth } from "../../src/testing/fakeReauth.js";

/** Something rendered on a page with a client. */
export interface OnPage {
  readonly screen: RenderResult;
  readonly client: TencentErrorClient;
  readonly flow: FakeReauth;
  /** Renders something else there. */
  show(next: ReactElement): Promise<void>;
}

interface PageOptions {
  readonly audience?: Audience;
  readonly flow?: FakeReauth;
  readonly support?: SupportDesk;
  readonly account?: AccountName;
  /** Default: English. */
  readonly locale?: UserLocale;
}

/** Renders on a page whose sign-in the test plays by hand. */
export async function onPage(content: ReactElement, options: PageOptions = {}): Promise<OnPage> {
  const flow = options.flow ?? fakeReauth();
  const client = createTencentErrorClient({ reauth: flow, support: options.support, account: options.account });
  const on = (inside: ReactElement): ReactElement => (
    <TencentErrorProvider client={client} locale={options.locale ?? en} audience={options.audience}>
      {inside}
    </TencentErrorProvider>
  );
  const screen = await render(on(content));
  return { screen, client, flow, show: (next) => screen.rerender(on(next)) };
}
