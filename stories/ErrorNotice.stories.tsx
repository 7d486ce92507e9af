import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ReactElement } from "react";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { diagnose, unwrap, type TencentErrorClient, type UserWords } from "../src/core.js";
import { drawingFor } from "../src/drawings.js";
import { ErrorNotice, type ErrorNoticeProps } from "../src/index.js";
import { localeOf } from "./decorators.js";
import { seesNotice } from "./seesNotice.js";

/** What went wrong, in the reader's language, with the one button that helps. The bodies are real answers. */
const meta: Meta<typeof ErrorNotice> = {
  component: ErrorNotice,
  tags: ["autodocs"],
  args: { onRetry: fn() },
};
export default meta;
type Story = StoryObj<typeof ErrorNotice>;

/** Asserts the notice's status. */
async function sees(
  { canvasElement, globals }: Parameters<NonNullable<Story["play"]>>[0],
  state: string,
  text: (words: UserWords) => string,
): Promise<void> {
  await waitFor(() => expect(canvasElement.querySelector("[data-part=notice]")).toHaveAttribute("data-state", state));
  await expect(within(canvasElement).getByText(text(localeOf(globals["locale"]).words))).toBeVisible();
}

/** A list whose next try succeeds. */
function Healing(props: ErrorNoticeProps): ReactElement {
  const [isWell, setWell] = useState(false);
  const data = isWell ? ["Xiao Ming"] : undefined;
  return (
    <>
      <ErrorNotice {...props} error={{ error: isWell ? null : { ret: 251004 }, data }} onRetry={() => setWell(true)} />
      <ul>
        {data?.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}

/** What an app catches when its answer came with this status. */
function thrownBy(body: string, status: number, headers: Readonly<Record<string, string>> = {}): unknown {
  try {
    return unwrap(body, {
      status,
      headers: { get: (name) => headers[name] ?? null },
      url: "https://app.example/api/friends",
    });
  } catch (error) {
    return error;
  }
}

/** Every prop is a control. */
export const Playground: Story = {
  args: { error: '{"ret":-6,"msg":"api freq out of limit"}', variant: "inline", audience: "user", details: true },
  play: seesNotice("rateLimit", "retry"),
};

/** The person took back what they had allowed. */
export const RevokedToken: Story = {
  args: { error: '{"ret":-21,"msg":"revoked"}' },
  play: async (context) => {
    await seesNotice("reauth", "reauthorize")(context);
    const { words } = localeOf(context.globals["locale"]);
    // a screen reader is told a moment after the notice is there
    await waitFor(() => expect(within(document.body).getByRole("status")).toHaveTextContent(words.titles[-21] ?? ""));
  },
};

/** The message stands before the number, as it does on the wire. */
export const PasswordChanged: Story = {
  args: { error: '{"msg":"the user modify password wrong","ret":-73}' },
  play: async (context) => {
    await seesNotice("reauth", "reauthorize")(context);
    const { words } = localeOf(context.globals["locale"]);
    await expect(within(context.canvasElement).getByText(words.titles[-73] ?? "")).toBeVisible();
  },
};

/** JSONP in an HTTP 200. */
export const ExpiredToken: Story = {
  args: {
    error:
      '/**/ typeof callback === \'function\' && callback({"error":100014,"error_description":"access token is expired"});',
  },
  play: seesNotice("reauth", "reauthorize"),
};

/** The sign-in is valid but does not cover this call: the person allows it while signing in. */
export const ApiNotAuthorized: Story = {
  args: { error: '_Callback({"ret":-20,"msg":"api not authorized by user"});' },
  play: seesNotice("reauth", "reauthorize"),
};

/** Only another account helps. */
export const TestAccountOnly: Story = {
  args: { error: '{"ret":-12,"msg":"only test account allowed"}' },
  play: seesNotice("restriction", "reauthorize"),
};

export const TooManyRequests: Story = {
  args: { error: '{"ret":-6,"msg":"api freq out of limit"}' },
  play: async (context) => {
    await seesNotice("rateLimit", "retry")(context);
    const { words } = localeOf(context.globals["locale"]);
    await userEvent.click(within(context.canvasElement).getByRole("button", { name: words.actions.retry }));
    await expect(context.args.onRetry).toHaveBeenCalledOnce();
  },
};

/** The server named a time: the notice counts down to it and tries again by itself. */
export const TooManyRequestsForNow: Story = {
  args: { error: "45" },
  render: ({ error, ...args }) => <RefusedFor seconds={String(error)} {...args} />,
  play: async (context) => {
    await seesNotice("rateLimit", "retry")(context);
    await expect(within(context.canvasElement).getByText(/4[345]/)).toBeVisible();
  },
};

/** Too late to wait by itself: left to the person. */
export const TooManyRequestsForLong: Story = {
  ...TooManyRequestsForNow,
  args: { error: "5400" },
  play: async (context) => {
    await seesNotice("rateLimit", "retry")(context);
    await expect(within(context.canvasElement).getByText(/\d:\d\d/)).toBeVisible();
  },
};

/** Fails when it is first shown, so that the countdown starts there. */
function RefusedFor({
  seconds,
  ...props
}: { readonly seconds: string } & Omit<ErrorNoticeProps, "error">): ReactElement {
  const [error] = useState(() => thrownBy('{"ret":-6,"msg":"api freq out of limit"}', 200, { "retry-after": seconds }));
  return <ErrorNotice {...props} error={error} />;
}

export const SignatureRejected: Story = {
  args: { error: '{"ret":-5,"msg":"signature verification failed"}' },
  play: seesNotice("signature", "retry"),
};

export const WrongParameters: Story = {
  args: { error: '{"ret":-1,"msg":"invalid parameter"}' },
  play: seesNotice("request", "copyReport"),
};

export const AppNotFound: Story = {
  args: { error: 'callback( {"error":100008,"error_description":"client id is illegal"} );' },
  play: seesNotice("credentials", "copyReport"),
};

/** The text of the provider's own error page. */
export const RedirectUriIllegal: Story = {
  args: {
    error: diagnose("redirect uri is illegal(100010)\n\n[通知: QQ互联加强网站应用回调地址校验]"),
    isThrown: true,
  },
  play: seesNotice("configuration", "copyReport"),
};

/** The address of that page, its keys given twice. */
export const ErrorPageAddress: Story = {
  args: {
    error:
      "https://graph.qq.com/oauth2.0/show?which=error&display=pc&error=100010&which=Login&display=pc&response_type=code" +
      "&client_id=101518219&redirect_uri=http%3A%2F%2Fwww.im30.top%3A8000%2Foauth_callback&state=None",
  },
  play: seesNotice("configuration", "copyReport"),
};

export const PermissionMissing: Story = {
  args: { error: '{"ret":-3,"msg":"no privilege to call this api"}' },
  play: seesNotice("permission", "copyReport"),
};

export const ApiNotFound: Story = {
  args: { error: '{"ret":-9,"msg":"api not found"}' },
  play: seesNotice("platform", "copyReport"),
};

export const FriendCacheFailed: Story = {
  args: { error: '{"ret":251004,"msg":"read friend cache failed"}' },
  play: seesNotice("platform", "retry"),
};

/** An undocumented number: it is kept, and a report is offered. */
export const UnknownCode: Story = {
  args: { error: '{"ret":-999,"msg":"an undocumented failure"}' },
  play: async (context) => {
    await seesNotice("unknown", "copyReport")(context);
    await expect(within(context.canvasElement).getByText(/-999/)).toBeVisible();
  },
};

/** What a browser throws when no answer comes. */
export const NoConnection: Story = {
  args: { error: new TypeError("Failed to fetch") },
  play: seesNotice("network", "retry"),
};

/** The page that Tencent's gateway answers with. */
export const BadGateway: Story = {
  args: {
    error:
      "<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<center><h1>502 Bad Gateway</h1></center>\n" +
      "<hr><center>stgw</center>\n</body>\n</html>",
    isThrown: true,
  },
  play: seesNotice("platform", "retry"),
};

/** The app's own server, whose answer is in none of Tencent's dialects. */
export const AppServerError: Story = {
  args: { error: thrownBy('{"message":"Internal Server Error"}', 500) },
  play: seesNotice("platform", "retry"),
};

/** An error of the page itself. Its text is for developers only. */
export const PlainBug: Story = {
  args: { error: new Error("x is not a function") },
  play: async (context) => {
    await seesNotice("unknown", "copyReport")(context);
    await expect(within(context.canvasElement).queryByText(/is not a function/)).toBeNull();
  },
};

const rendersNothing: NonNullable<Story["play"]> = async ({ canvasElement }) => {
  await expect(within(canvasElement).getByRole("listitem")).toBeVisible();
  await expect(canvasElement.querySelector("[data-part=notice]")).toBeNull();
};

const aboveFriends: NonNullable<Story["render"]> = (args) => (
  <>
    <ErrorNotice {...args} />
    <ul>
      <li>Xiao Ming</li>
    </ul>
  </>
);

/** The app cancelled the call: no notice. */
export const Cancelled: Story = {
  args: { error: new DOMException("The user aborted a request.", "AbortError") },
  render: aboveFriends,
  play: rendersNothing,
};

/** A success, although its message reads like an error: no notice. */
export const Success: Story = {
  args: { error: { ret: 0, msg: "user is logged in." } },
  render: aboveFriends,
  play: rendersNothing,
};

/** A query that failed in the background: its older data is still on the page. */
export const StaleData: Story = {
  args: {
    error: {
      error: { ret: -6, msg: "api freq out of limit" },
      data: ["Xiao Ming"],
      dataUpdatedAt: Date.parse("2026-11-23T10:42:00"),
    },
  },
  play: async (context) => {
    await seesNotice("rateLimit", "retry")(context);
    await expect(within(context.canvasElement).getByText(/10:42/)).toBeVisible();
  },
};

/** The same call is under way again, while older data is shown: it is not sent twice. */
export const Retrying: Story = {
  args: { error: { error: { ret: 251004 }, data: ["Xiao Ming"], isFetching: true, refetch: fn() }, onRetry: undefined },
  play: async (context) => {
    await seesNotice("platform", "retry")(context);
    await sees(context, "retrying", ({ labels }) => labels.retrying);
    await expect(within(context.canvasElement).getAllByRole("button")[0]).toHaveAttribute("aria-disabled", "true");
  },
};

/** A sign-in is open on the QQ page. The button brings that page to the front. */
export const WaitingForSignIn: Story = {
  args: { error: { ret: -73, msg: "password changed" } },
  parameters: { page: { prepare: (client: TencentErrorClient) => client.reauth.start() } },
  play: async (context) => {
    await seesNotice("reauth", "reauthorize")(context);
    await sees(context, "waiting", ({ prompt }) => prompt.waiting.title);
  },
};

/** There is no network at all. */
export const Offline: Story = {
  args: { error: new TypeError("Failed to fetch") },
  beforeEach: () => {
    Object.defineProperty(navigator, "onLine", { configurable: true, get: () => false });
    return () => void Reflect.deleteProperty(navigator, "onLine");
  },
  play: async (context) => {
    await seesNotice("network", "retry")(context);
    await sees(context, "offline", ({ labels }) => labels.offline);
  },
};

/** Tried again with success: the notice is gone, and a screen reader hears so. */
export const Healed: Story = {
  render: (args) => <Healing {...args} />,
  play: async (context) => {
    const { words } = localeOf(context.globals["locale"]);
    await userEvent.click(within(context.canvasElement).getByRole("button", { name: words.actions.retry }));
    await waitFor(() => expect(within(context.canvasElement).getByText("Xiao Ming")).toBeVisible());
    await expect(context.canvasElement.querySelector("[data-part=notice]")).toBeNull();
    await waitFor(() => expect(document.querySelector("[data-part=live]")).toHaveTextContent(words.labels.healed));
  },
};

/** Three calls, one notice: the failure that signing in again would heal. */
export const SeveralCalls: Story = {
  args: {
    error: [
      { error: { ret: -1, msg: "invalid parameter" }, data: undefined },
      { error: { ret: -21, msg: "revoked" }, data: undefined },
      { error: { ret: -21, msg: "revoked" }, data: undefined },
    ],
  },
  play: async (context) => {
    await seesNotice("reauth", "reauthorize")(context);
    await expect(context.canvasElement.querySelector("[data-part=count]")).toHaveTextContent(/2|عنصران/);
  },
};

export const Closable: Story = {
  args: { error: '{"ret":251004,"msg":"read friend cache failed"}', onDismiss: fn() },
  play: async (context) => {
    await seesNotice("platform", "retry")(context);
    const { words } = localeOf(context.globals["locale"]);
    await expect(within(context.canvasElement).getByRole("button", { name: words.actions.dismiss })).toBeVisible();
  },
};

export const Closed: Story = {
  args: { error: { ret: 251004, msg: "read friend cache failed" }, onDismiss: fn() },
  render: aboveFriends,
  play: async (context) => {
    const { words } = localeOf(context.globals["locale"]);
    await userEvent.click(within(context.canvasElement).getByRole("button", { name: words.actions.dismiss }));
    await rendersNothing(context);
    await expect(context.args.onDismiss).toHaveBeenCalledOnce();
  },
};

/** Over the whole width of the page. */
export const Banner: Story = {
  args: { error: '{"ret":-23,"msg":"token is invalid"}', variant: "banner" },
  play: seesNotice("reauth", "reauthorize"),
};

/** In place of a page that can't be shown at all. */
export const Page: Story = {
  args: { error: '{"ret":-8,"msg":"app is forbidden"}', variant: "page", headingLevel: 1 },
  play: async (context) => {
    await seesNotice("restriction", "copyReport")(context);
    await expect(within(context.canvasElement).getByRole("heading", { level: 1 })).toBeVisible();
  },
};

export const WithHeading: Story = {
  args: { error: '{"ret":-21,"msg":"revoked"}', headingLevel: 2 },
  play: async (context) => {
    await seesNotice("reauth", "reauthorize")(context);
    const { words } = localeOf(context.globals["locale"]);
    const heading = within(context.canvasElement).getByRole("heading", { level: 2 });
    await expect(heading).toHaveTextContent(words.titles[-21] ?? "");
  },
};

/** For developers: the code's own description, the vendor's steps in order, and the facts. */
export const WithDetails: Story = {
  globals: { audience: "developer" },
  args: { error: thrownBy('{"ret":-22,"msg":"openid is invalid"}', 200, { "x-request-id": "610bd4ad-0b8248fc" }) },
  play: async (context) => {
    await seesNotice("credentials", "openTicket")(context);
    const { words } = localeOf(context.globals["locale"]);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByText(words.labels.details));
    await expect(canvas.getByText("610bd4ad-0b8248fc")).toBeVisible();
    await expect(canvas.getByText("openid is invalid").closest("[lang]")).toHaveAttribute("lang", "zh");
    await expect(canvas.getAllByRole("listitem")).toHaveLength(2);
  },
};

/** A function as children renders everything itself. */
export const OwnWords: Story = {
  args: {
    error: '{"ret":-21,"msg":"revoked"}',
    children: ({ message, primaryAction }) => (
      <p>
        {message.title} (o_O){" "}
        {primaryAction === null ? null : (
          <button type="button" onClick={() => primaryAction.run()}>
            {primaryAction.label}
          </button>
        )}
      </p>
    ),
  },
  play: async ({ canvasElement, globals }) => {
    const { words } = localeOf(globals["locale"]);
    await expect(within(canvasElement).getByText(/o_O/)).toHaveTextContent(words.titles[-21] ?? "");
    await expect(within(canvasElement).getByRole("button", { name: words.actions.reauthorize })).toBeVisible();
    await expect(canvasElement.querySelector("[data-part]")).toBeNull();
  },
};

/** The design system's own button. */
export const OwnButton: Story = {
  args: {
    error: '{"ret":-21,"msg":"revoked"}',
    components: { Button: (props) => <button {...props} className="pill" /> },
  },
  play: async (context) => {
    await seesNotice("reauth", "reauthorize")(context);
    await expect(within(context.canvasElement).getByRole("button")).toHaveClass("pill", { exact: true });
  },
};

/** No class of the kit's: the parts and states stay, as attributes. */
export const Unstyled: Story = {
  args: { error: '{"ret":-21,"msg":"revoked"}', unstyled: true },
  play: async (context) => {
    await seesNotice("reauth", "reauthorize")(context);
    await expect(context.canvasElement.querySelector("[class^=te-]")).toBeNull();
    await expect(context.canvasElement.querySelector("[data-part=title]")).toBeVisible();
  },
};

/** One row, for cards, rows and toolbars. */
export const Line: Story = {
  args: { error: { ret: 100014 }, variant: "line", onDismiss: fn() },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector("[data-variant=line]")).toBeVisible());
    await expect(within(canvasElement).getByText("100014")).toBeVisible();
  },
};

/** A page with a drawing of `tencent-error-kit/drawings`. */
export const PageWithDrawing: Story = {
  args: { error: { ret: -21 }, variant: "page", headingLevel: 1, illustration: drawingFor },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector("[data-part=illustration] svg")).toBeVisible());
  },
};
