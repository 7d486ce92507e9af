import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflow: Workflow = parse(readFileSync(new URL("../.github/workflows/release.yml", import.meta.url), "utf8"));
const jobs = Object.values(workflow.jobs);
const mayPublish = ({ permissions = workflow.permissions, environment }: Job): boolean =>
  permissions["id-token"] === "write" || environment !== undefined;
const publishing = jobs.filter(mayPublish);
const steps = publishing.flatMap((job) => job.steps);
const commands = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

test("one job may publish, and no job gets a right that the whole workflow has", () => {
  expect(publishing).toHaveLength(1);
  expect(workflow.permissions).toEqual({ contents: "read" });
  expect(publishing[0]?.permissions).toEqual({ contents: "read", "id-token": "write" });
});

test("the job that may publish installs nothing, checks nothing out and runs no script of the package", () => {
  expect(steps.map(({ uses }) => uses?.split("@")[0]).filter(Boolean)).toEqual([
    "actions/setup-node",
    "actions/download-artifact",
  ]);
  const programs = commands.flatMap((text) => text.match(/\b(?:npm|npx|node|yarn|pnpm|bash|sh)\b(?: \w+)?/g) ?? []);
  expect(programs).toEqual(["npm publish"]);
  expect(commands.at(-1)).toBe("npm publish ./package.tgz --ignore-scripts --provenance --access public");
});

test("it asks first whether the tag is on main, and whether the file is the one that was built and names this repository", () => {
  expect(commands).toHaveLength(3);
  expect(commands[0]).toContain("compare/main...$GITHUB_SHA");
  expect(commands[1]).toContain("sha256sum --check --strict");
  expect(commands[1]).toContain('"git+$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"');
});

test("the job that builds says in the package which repository it is from", () => {
  const [building] = jobs.filter((job) => !mayPublish(job));
  const packing = building?.steps.map(({ run = "" }) => run).find((text) => text.includes("npm pack"));
  expect(packing).toMatch(
    /npm pkg set .*repository\.url="git\+\$GITHUB_SERVER_URL\/\$GITHUB_REPOSITORY\.git"\n[^]*npm pack/,
  );
});

test("the package has nothing of package.json that is for the repository alone", () => {
  const runs = jobs.filter((job) => !mayPublish(job)).flatMap((job) => job.steps.map(({ run = "" }) => run));
  const packing = runs.find((text) => text.includes("npm pack"));
  expect(packing).toMatch(/\nnpm pkg delete workspaces overrides allowScripts\n[^]*npm pack/);
});

test("every action of every job is held to a commit", () => {
  const used = jobs.flatMap((job) => job.steps.flatMap(({ uses }) => uses ?? []));
  expect(used.filter((name) => !/@[\da-f]{40}$/.test(name))).toEqual([]);
});
