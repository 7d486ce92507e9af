// @bench group=visible label="QueryCache.onError -> setErrors([...e, x]), a notice per error"
import { QueryCache } from "@tanstack/react-query";
import { useState } from "react";
import { Notice } from "../../floor/react.jsx";
export function create({ QueryClient }) {
  let push = () => {},
    clear = () => {};
  const client = new QueryClient({ queryCache: new QueryCache({ onError: (e) => push(e) }) });
  function Root({ children }) {
    const [errors, set] = useState([]);
    push = (e) => set((xs) => [...xs, e]);
    clear = () => set([]);
    return (
      <>
        {children}
        {errors.map((e, i) => (
          <Notice key={i} title="expired" message={e.message} action="again" />
        ))}
      </>
    );
  }
  return {
    client,
    Root,
    notice: "[role=alert]",
    recover: () => {
      clear();
      client.invalidateQueries();
    },
  };
}
export const maxN = 10000;
