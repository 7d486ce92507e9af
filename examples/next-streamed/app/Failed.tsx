"use client";
import { ErrorNotice, TencentErrorProvider } from "tencent-error-kit";
import { user as ja } from "tencent-error-kit/locales/ja";
import { client } from "./api";

/** A failure that the server sent, said in the browser. */
export function Failed({ error }: { readonly error: object }) {
  return (
    <TencentErrorProvider client={client} locale={ja}>
      <ErrorNotice error={error} variant="banner" />
    </TencentErrorProvider>
  );
}
