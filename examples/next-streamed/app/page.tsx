import { Suspense } from "react";
import { connection } from "next/server";
import { diagnose, TencentError } from "tencent-error-kit/core";
import { Failed } from "./Failed";
import { Friends } from "./Friends";

/** Streamed: the first bytes leave before the server knows how its own call went. */
export default function Page() {
  return (
    <main>
      <Friends />
      <Suspense fallback={<p>…</p>}>
        <Report />
      </Suspense>
    </main>
  );
}

/** A call of the server's own that failed. What crosses to the browser is plain data, free of secrets. */
async function Report() {
  await connection();
  const failed = new TencentError(diagnose({ ret: -6, msg: "freq limit", access_token: "0123456789abcdef" }));
  return <Failed error={failed.toJSON()} />;
}
