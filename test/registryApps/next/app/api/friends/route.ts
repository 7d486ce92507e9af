import { appId } from "../../../tencent/config";
import { sessionOf } from "../../../tencent/sessions";

export const dynamic = "force-dynamic";

/** Relays what the platform answers to the account of this session; without one, what it answers to no sign-in. */
export async function GET(request: Request): Promise<Response> {
  const who = sessionOf(request);
  if (who === undefined) return Response.json({ ret: -24, msg: "" });
  const query = new URLSearchParams({
    oauth_consumer_key: appId,
    access_token: who.accessToken,
    openid: who.openid,
  });
  const answer = await fetch(`${process.env["QQ_PROVIDER"] ?? "https://graph.qq.com"}/relation/friends?${query}`);
  return Response.json(await answer.json());
}
