import { fireEvent, render, screen } from "@testing-library/react";
import { fakeReauth, ready } from "tencent-error-kit/testing";
import { createApp } from "./Friends.js";

const answerOf = (body) => ({
  ok: true,
  status: 200,
  url: "/api/qq/friends",
  headers: new Headers({ "content-type": "application/json" }),
  text: async () => JSON.stringify(body),
  json: async () => body,
});

beforeAll(() => ready());

test("a lost sign-in is healed", async () => {
  let isSignedIn = false;
  globalThis.fetch = async () => answerOf(isSignedIn ? { ret: 0, friends: ["李雷"] } : { ret: -73, msg: "" });
  const reauth = fakeReauth();
  const App = createApp(reauth);
  render(<App />);
  fireEvent.click(await screen.findByRole("button", { name: "Sign in again with QQ" }));
  isSignedIn = true;
  reauth.end({ status: "succeeded", accountId: "a" });
  expect(await screen.findByText("李雷")).toBeTruthy();
});

test("another failure is told with its code", async () => {
  globalThis.fetch = async () => answerOf({ ret: -23, msg: "" });
  const App = createApp(fakeReauth());
  render(<App />);
  expect(await screen.findByText(/-23/)).toBeTruthy();
});
