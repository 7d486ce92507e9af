import { untilAborted } from "./untilAborted.js";

/** Waits in real time. Rejects with the signal's reason when it is aborted before. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([waited, untilAborted(signal)]);
  } finally {
    clearTimeout(timer);
  }
}
