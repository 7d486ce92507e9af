// @bench group=boundary label="react-error-boundary"
import { ErrorBoundary } from "react-error-boundary";
export const App = ({ children, onReset }) => (
  <ErrorBoundary
    onReset={onReset}
    fallbackRender={({ error, resetErrorBoundary }) => <button onClick={resetErrorBoundary}>{error.message}</button>}
  >
    {children}
  </ErrorBoundary>
);
