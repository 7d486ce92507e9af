// @bench group=visible label="throwOnError + a react-error-boundary per observer"
import { QueryErrorResetBoundary } from "@tanstack/react-query";
import { ErrorBoundary } from "react-error-boundary";
import { Notice } from "../../floor/react.jsx";
export function create({ QueryClient, N }) {
  const resets = new Set();
  const client = new QueryClient();
  const EachRoot = ({ children }) => (
    <QueryErrorResetBoundary>
      {(b) => (
        <ErrorBoundary
          onReset={b.reset}
          fallbackRender={({ error, resetErrorBoundary }) => {
            resets.add(resetErrorBoundary);
            return <Notice title="expired" message={error.message} action="again" onAction={resetErrorBoundary} />;
          }}
        >
          {children}
        </ErrorBoundary>
      )}
    </QueryErrorResetBoundary>
  );
  return {
    client,
    EachRoot,
    queryOptions: { throwOnError: true },
    notice: "[role=alert]",
    failed: () => document.querySelectorAll("[role=alert]").length >= N,
    recover: () => {
      const r = [...resets];
      resets.clear();
      r.forEach((f) => f());
    },
  };
}
