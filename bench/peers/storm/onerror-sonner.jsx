// @bench group=visible label="QueryCache.onError -> sonner toast.error"
import { QueryCache } from "@tanstack/react-query";
import { Toaster, toast } from "sonner";
export function create({ QueryClient }) {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (e) => {
        toast.error(e.message);
      },
    }),
  });
  return {
    client,
    notice: "[data-sonner-toast]",
    Root: ({ children }) => (
      <>
        {children}
        <Toaster />
      </>
    ),
    recover: () => {
      toast.dismiss();
      client.invalidateQueries();
    },
  };
}
export const maxN = 1000;
