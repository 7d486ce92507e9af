import { platform } from "../../../../lib/platform";

/** Signs in at the platform, and hands its cookie on. */
export async function POST(request: Request, { params }: { params: Promise<{ how: string }> }) {
  const { how } = await params;
  const headers = { "content-type": "application/json" };
  const init = { method: "POST", headers, body: await request.text() };
  const { status, headers: given, body } = await fetch(`${platform}/app/session/${encodeURIComponent(how)}`, init);
  const kept = ["content-type", "set-cookie"].flatMap((name) => (given.has(name) ? [[name, given.get(name)!]] : []));
  return new Response(body, { status, headers: Object.fromEntries(kept) });
}
