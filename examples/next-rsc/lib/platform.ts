import { cookies } from "next/headers";
import { diagnose } from "tencent-error-kit/core";
import { tencentFetch } from "./tencent";

/** The platform: here the stand-in that `npm start` of the kit serves. */
export const platform = process.env.NEXT_PUBLIC_SERVER ?? "http://localhost:6007";

export interface Friends {
  readonly friends: readonly { readonly nickname: string }[];
}

export interface Profile {
  readonly nickname: string;
  readonly gender: string;
}

/** Asks the platform on behalf of the visitor whose request is being answered. */
export async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const cookie = (await cookies()).toString();
  return tencentFetch<Answer>(`${platform}${path}`, {
    ...init,
    cache: "no-store",
    headers: { ...init.headers, cookie },
  });
}

const statuses: Readonly<Record<string, number>> = { reauth: 401, rateLimit: 429 };

/** The answer of a route: what the platform said, or why it failed. */
export async function answer(asked: Promise<object>): Promise<Response> {
  try {
    return Response.json(await asked);
  } catch (error) {
    const { category, failure } = diagnose(error);
    const { retryAfterMs } = failure;
    const headers: HeadersInit = retryAfterMs === undefined ? {} : { "retry-after": String(retryAfterMs / 1000) };
    return Response.json(error, { status: statuses[category] ?? 502, headers });
  }
}
