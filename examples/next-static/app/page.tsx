import { diagnose, resolve } from "tencent-error-kit/core";
import en from "tencent-error-kit/locales/en";
import { Friends } from "./Friends";

/** Prerendered. A server component reads a failure as a page does, and its words are in the HTML. */
export default function Page() {
  const { title } = resolve(diagnose('callback( {"error":100016} );'), en, { audience: "user" });
  return (
    <main>
      <h1>Friends</h1>
      <p data-from="server">When a sign-in ends, this page says: {title}</p>
      <Friends />
    </main>
  );
}
