import axios from "axios";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { attachTencentUmi } from "../../src/umi.js";
import { outcomesOf } from "../client/outcomesOf.js";
import { axiosPage, type Scripted } from "./axiosPage.js";
import { umiRequest, type UmiConfig } from "./umiRequest.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Envelope {
  readonly success: boolean;
  readonly errorCode?: number;
  readonly errorMessage?: string;
}

/** `requestErrorConfig.ts` of Ant Design Pro 6, without its components. */
function proConfig(message: (text: string) => void, store: { readonly token: string }): UmiConfig {
  return {
    errorConfig: {
      errorThrower: (body) => {
        const { success, errorCode, errorMessage } = body as Envelope;
        if (success) return;
        throw Object.assign(new Error(errorMessage), { name: "BizError", info: { errorCode, errorMessage } });
      },
      errorHandler: (error, options) => {
        if ((options as { skipErrorHandler?: boolean }).skipErrorHandler === true) throw error;
        message((error as Error).message);
      },
    },
    requestInterceptors: [(config) => Object.assign(config, { url: `${config.url ?? ""}?token=${store.token}` })],
    responseInterceptors: [
      (response) => {
        if (!(response.data as Envelope).success) message("request failed");
        return response;
      },
    ],
  };
}

const told = '"errorCode":-73,"errorMessage":"password changed","showType":2';

describe("`request` of Umi Max", () => {
  test.each<readonly [string, Scripted]>([
    ["an envelope of Umi's in an HTTP 200", [200, `{"success":false,${told}}`]],
    ["an envelope of Umi's in an HTTP 401", [401, `{"success":false,${told}}`]],
    ["a relayed answer", [200, '{"ret":-73,"msg":"password changed"}']],
  ])("is healed before `errorThrower` and `errorHandler` see %s", async (_what, answer) => {
    const { client, create, sent, store, signIn } = axiosPage(axios, [
      answer,
      [200, '{"success":true,"data":{"id":7}}'],
    ]);
    const message = vi.fn();
    const { adapter, baseURL } = create().defaults;
    const config = {
      ...proConfig(message, store),
      ...(baseURL !== undefined && { baseURL }),
      ...(adapter !== undefined && { adapter }),
    };
    const { request, getRequestInstance } = umiRequest(config);
    attachTencentUmi(getRequestInstance, client);
    const outcomes = outcomesOf([request("/notes", { method: "POST", data: { a: 1 } })]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(outcomes).toEqual({ resolved: [{ success: true, data: { id: 7 } }], rejected: [] });
    expect(message).not.toHaveBeenCalled();
    expect(sent.map(({ url }) => url)).toEqual(["/notes?token=old", "/notes?token=new"]);
  });

  test("a reading waits too, since `useRequest` does not ask again", async () => {
    const { client, create, store, signIn } = axiosPage(axios, [
      [200, `{"success":false,${told}}`],
      [200, '{"success":true,"data":{"id":7}}'],
    ]);
    const { adapter, baseURL } = create().defaults;
    const { request, getRequestInstance } = umiRequest({
      ...proConfig(vi.fn(), store),
      ...(baseURL !== undefined && { baseURL }),
      ...(adapter !== undefined && { adapter }),
    });
    attachTencentUmi(getRequestInstance, client);
    const outcomes = outcomesOf([request("/notes")]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(outcomes).toEqual({ resolved: [{ success: true, data: { id: 7 } }], rejected: [] });
  });
});
