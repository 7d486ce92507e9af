import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** The closing lines: how much was looked at, by what the tests wrote down of themselves. */
export default class CountReporter implements Reporter {
  readonly #counts = new Map<string, number>();
  #stories = 0;

  onTestEnd(_test: TestCase, { annotations, status }: TestResult): void {
    if (status !== "skipped") this.#stories += 1;
    for (const { type, description } of annotations)
      this.#counts.set(type, (this.#counts.get(type) ?? 0) + Number(description ?? 0));
  }

  onEnd({ status, duration }: FullResult): void {
    const counts = [...this.#counts].map(([what, count]) => `${count} ${what}`).join(", ");
    console.log(
      `\n${status}: ${this.#stories} pages of a story in a language, ${counts}, ${Math.round(duration / 1000)} s`,
    );
  }

  printsToStdio(): boolean {
    return false;
  }
}
