/** The HTML that Tencent's gateway sends when nothing behind it answers. */
export function gatewayPage(status: 502 | 503 | 504): Response {
  const title = `${status} ${reasons[status]}`;
  const lines = ["<html>", `<head><title>${title}</title></head>`, "<body>", `<center><h1>${title}</h1></center>`];
  const body = [...lines, "<hr><center>stgw</center>", "</body>", "</html>", ""].join("\n");
  return new Response(body, { status, headers: { "content-type": "text/html" } });
}

const reasons = { 502: "Bad Gateway", 503: "Service Temporarily Unavailable", 504: "Gateway Time-out" } as const;
