import { ErrorNotice } from "tencent-error-kit";
import { Alert, Button, Link, Space } from "tdesign-react";

/** A failed call in the parts of TDesign: takes an error, a query, a mutation, or an array of those. */
export function TencentNotice({ error }: { readonly error: unknown }) {
  return (
    <ErrorNotice error={error}>
      {({ diagnosis, message, actions }) => (
        <div lang={message.lang} dir={message.dir}>
          <Alert
            theme={themes[diagnosis.category] ?? "error"}
            title={message.title}
            message={message.description}
            operation={
              <Space breakLine size="small">
                {actions.map(({ kind, label, href, run }, at) =>
                  href === undefined ? (
                    <Button key={kind} size="small" theme={at === 0 ? "primary" : "default"} onClick={run}>
                      {label}
                    </Button>
                  ) : (
                    <Link key={kind} href={href} target="_blank" onClick={run}>
                      {label}
                    </Link>
                  ),
                )}
              </Space>
            }
          />
        </div>
      )}
    </ErrorNotice>
  );
}

/** What a person can heal, or time does, is no error. */
const themes: Readonly<Record<string, "info" | "warning">> = {
  reauth: "info",
  rateLimit: "warning",
  network: "warning",
  restriction: "warning",
};
