/** What a person did last in this page. */
export const lately: { typedIn: unknown; typedAt: number; actedAt: number } = {
  typedIn: undefined,
  typedAt: -Infinity,
  actedAt: -Infinity,
};

const names = ["input", "click", "submit", "keydown"] as const;

/** Notes what a person types and does, until the function that it returns is called. */
export function watchTyping(): () => void {
  for (const name of names) addEventListener(name, note, { capture: true, passive: true });
  return () => {
    for (const name of names) removeEventListener(name, note, { capture: true });
  };
}

function note(event: Event): void {
  if (event.type === "input") {
    [lately.typedIn] = event.composedPath();
    lately.typedAt = performance.now();
  } else if (event.type !== "keydown" || isCommand(event as KeyboardEvent)) lately.actedAt = performance.now();
}

/** Enter sends what was typed, a shortcut does something else with it. */
function isCommand({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  return !isComposing && (key === "Enter" || ((ctrlKey || metaKey) && key.length === 1));
}
