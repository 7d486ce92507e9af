// @bench group=visible label="QueryCache.onError -> setState in a context every observer reads"
import { QueryCache } from "@tanstack/react-query";
import { createContext, useContext, useState } from "react";
import { Notice } from "../../floor/react.jsx";
export function create({ QueryClient }) {
  let set = () => {};
  const C = createContext(null);
  const client = new QueryClient({ queryCache: new QueryCache({ onError: (e) => set({ e }) }) });
  function Root({ children }) {
    const [last, s] = useState(null);
    set = s;
    return (
      <C.Provider value={last}>
        {children}
        {last && <Notice title="expired" message={last.e.message} action="again" />}
      </C.Provider>
    );
  }
  return {
    client,
    Root,
    notice: "[role=alert]",
    useInItem: () => useContext(C)?.e.message,
    recover: () => {
      set(null);
      client.invalidateQueries();
    },
  };
}
