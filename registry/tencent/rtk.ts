import type {
  BaseQueryApi,
  BaseQueryFn,
  FetchArgs,
  FetchBaseQueryError,
  FetchBaseQueryMeta,
} from "@reduxjs/toolkit/query";
import { diagnose, type GuardOptions, TencentError } from "tencent-error-kit/core";
import { client } from "./client";

/** What an endpoint says of its calls: `extraOptions: { tencent: { label: "Publish the post" } }`. */
interface Extra {
  readonly tencent?: Pick<GuardOptions, "label" | "replay">;
}

type BaseQuery = BaseQueryFn<string | FetchArgs, unknown, FetchBaseQueryError, Extra, FetchBaseQueryMeta>;

/**
 * Holds the calls of an API while the person signs in again, and knows failures with HTTP 200:
 * `withTencentBaseQuery(fetchBaseQuery({ baseUrl: "/api" }))`. The store gets a failure of the platform as data, all others as they are.
 */
export function withTencentBaseQuery(ask: BaseQuery): BaseQuery {
  const answers = new WeakMap<BaseQueryApi, Awaited<ReturnType<BaseQuery>>>();
  // one function for all calls: by it a later try of the same call is known, as RTK's `retry` makes
  const send = async (args: string | FetchArgs, api: BaseQueryApi, { meta: options }: { readonly meta: Extra }) => {
    const answer = await ask(args, api, options);
    answers.set(api, answer);
    const { error, meta } = answer;
    client.unwrap(error === undefined ? answer.data : error.data, meta?.response);
    if (error !== undefined) throw new TencentError(diagnose(error));
    return answer;
  };
  return async (args, api, options) => {
    // what a query asks for: it is sent again without a question
    const key = api.type === "query" ? `${api.endpoint} ${JSON.stringify(args)}` : undefined;
    const guarded = client.guard(send, { replay: "confirm", key, label: api.endpoint });
    answers.delete(api);
    try {
      return await guarded(args, api, { meta: options });
    } catch (error) {
      const answer = answers.get(api);
      if (answer !== undefined && !isPlatforms(error)) return answer;
      return {
        error: { status: "CUSTOM_ERROR", error: String(error), data: isPlatforms(error) ? error.toJSON() : undefined },
      };
    }
  };
}

/** How servers of any kind write numbers of their own. */
const common = /^(?:bot|envelope|foreign|graphql|problem|umi|unknown)$/;

/** An answer of the app's own is no failure of the platform's; a sign-in that was put off is. */
function isPlatforms(error: unknown): error is TencentError {
  if (!(error instanceof TencentError)) return false;
  const { row, category, failure } = error.diagnosis;
  return category === "cancelled" || (failure.code !== null && (row !== null || !common.test(failure.dialect)));
}
