import { ErrorNotice } from "tencent-error-kit";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** A failed call in the parts of shadcn/ui: takes an error, a query, a mutation, or an array of those. */
export function TencentNotice({ error }: { readonly error: unknown }) {
  return (
    <ErrorNotice error={error}>
      {({ message, actions }) => (
        <Alert lang={message.lang} dir={message.dir}>
          <AlertTitle>{message.title}</AlertTitle>
          <AlertDescription>
            <p>{message.description}</p>
            <div className="mt-3 flex flex-wrap gap-2">
              {actions.map(({ kind, label, href, run }, at) =>
                href === undefined ? (
                  <Button key={kind} size="sm" variant={at === 0 ? "default" : "outline"} onClick={run}>
                    {label}
                  </Button>
                ) : (
                  <Button key={kind} size="sm" variant="outline" asChild>
                    <a href={href} target="_blank" rel="noopener noreferrer" onClick={run}>
                      {label}
                    </a>
                  </Button>
                ),
              )}
            </div>
          </AlertDescription>
        </Alert>
      )}
    </ErrorNotice>
  );
}
