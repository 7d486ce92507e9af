import { Alert, Button, Space } from "antd";
import { ErrorNotice } from "tencent-error-kit";

/** A failed call in the parts of Ant Design: takes an error, a query, a mutation, or an array of those. */
export function TencentNotice({ error }: { readonly error: unknown }) {
  return (
    <ErrorNotice error={error}>
      {({ diagnosis, message, actions }) => (
        <div lang={message.lang} dir={message.dir}>
          <Alert
            showIcon
            type={types[diagnosis.category] ?? "error"}
            title={message.title}
            description={
              <Space orientation="vertical">
                {message.description}
                <Space wrap>
                  {actions.map(({ kind, label, href, run }, at) => (
                    <Button
                      key={kind}
                      size="small"
                      type={at === 0 ? "primary" : "default"}
                      onClick={run}
                      {...(href !== undefined && { href, target: "_blank", rel: "noopener noreferrer" })}
                    >
                      {label}
                    </Button>
                  ))}
                </Space>
              </Space>
            }
          />
        </div>
      )}
    </ErrorNotice>
  );
}

/** What a person can heal, or time does, is no error. */
const types: Readonly<Record<string, "info" | "warning">> = {
  reauth: "info",
  rateLimit: "warning",
  network: "warning",
  restriction: "warning",
};
