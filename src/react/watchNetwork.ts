/** Tells when the browser loses the network and when it has it again. Returns how to leave off. */
export function watchNetwork(listener: (event: Event) => void): () => void {
  const names = ["online", "offline"];
  for (const name of names) addEventListener(name, listener);
  return () => {
    for (const name of names) removeEventListener(name, listener);
  };
}
