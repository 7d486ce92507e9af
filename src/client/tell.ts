/** Calls a listener of the app. One that throws is the app's own trouble: it reaches the console and stops nobody else. */
export function tell(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
