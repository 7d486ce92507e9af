import { afterAll, afterEach } from "vitest";

// A test that writes to the console fails, also when the writing happens in a callback of its own. A test that expects a
// line puts a spy of its own over the method.
const methods = ["debug", "info", "log", "warn", "error"] as const;
const written: string[] = [];

for (const method of methods) {
  console[method] = (...args: readonly unknown[]): void => {
    written.push(`console.${method}: ${args.map(textOf).join(" ")}`);
  };
}

afterEach(refuse);
afterAll(refuse);

function refuse(): void {
  const lines = written.splice(0);
  if (lines.length > 0) throw new Error(`The console was written to:\n${lines.join("\n")}`);
}

function textOf(value: unknown): string {
  return value instanceof Error ? (value.stack ?? value.message) : String(value);
}
