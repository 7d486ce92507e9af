/** The body of an answer and the vendor's code in it. Leaves the answer readable. Null is a success, or no code at all. */
export async function outcomeOf(response: Response): Promise<{ readonly body: string; readonly code: number | null }> {
  const address = response.headers.get("location");
  const body = response.body === null ? "" : await response.clone().text();
  const found = address === null ? inBody.exec(body) : inAddress.exec(address);
  const code = Number(found?.[1] ?? found?.[2] ?? 0);
  return { body, code: code === 0 ? null : code };
}

const inBody =
  /["'](?:ret|error|errorCode|code)["']\s*:\s*["']?(-?\d{1,7})|(?:(?:^|[?&#])error=|\()(-?\d{1,7})(?=&|\)\s*$)/;
const inAddress = /[?&#]error=(-?\d{1,7})/;
