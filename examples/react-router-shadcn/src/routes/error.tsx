import { useNavigate, useRouteError } from "react-router-dom";
import { ErrorNotice } from "tencent-error-kit";

export function RouteError() {
  const error = useRouteError();
  const navigate = useNavigate();
  // revalidate() would leave the boundary as it is where the loader is answered from the cache
  return <ErrorNotice error={error} reset={() => navigate(".", { replace: true })} />;
}
