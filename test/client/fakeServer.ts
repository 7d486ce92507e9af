import { TencentError } from "../../src/diagnose/TencentError.js";
import { diagnose } from "../../src/diagnose/diagnose.js";

/** A server that knows one session at a time. */
export interface FakeServer {
  /** Every call that arrived, in order. */
  readonly calls: readonly string[];
  /** Answers after `latencyMs` by the session that it was asked with. @throws TencentError -21 when that was an old one. */
  call(name: string, latencyMs?: number): Promise<string>;
  /** The session ends, as by a changed password. */
  revoke(): void;
  /** A new session begins, as after an exchange. */
  signIn(): void;
  countOf(name: string): number;
}

/** Answers by the clock, which tests fake. */
export function fakeServer(): FakeServer {
  const calls: string[] = [];
  let valid = 1;
  let held = 1;
  return {
    calls,
    async call(name, latencyMs = 10) {
      calls.push(name);
      const asked = held;
      await new Promise((resolve) => setTimeout(resolve, latencyMs));
      if (asked !== valid) throw new TencentError(diagnose({ ret: -21, msg: "revoked" }));
      return `${name}:${asked}`;
    },
    revoke() {
      valid += 1;
    },
    signIn() {
      held = valid;
    },
    countOf: (name) => calls.filter((call) => call === name).length,
  };
}
