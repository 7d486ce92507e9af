// Part of the build: dist/sbom.cdx.json lists what is bundled. The kit itself depends on nothing; `./testing` has
// Hono inside. The same sources give the same file. https://cyclonedx.org/docs/1.6/json/
import { readFileSync, writeFileSync } from "node:fs";

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const kit = read("package.json");
const inside = ["hono"].filter((name) => readFileSync("dist/testing.licenses.md", "utf8").includes(name));

/** @param {{ name: string, version: string, license: string, description?: string }} about */
function component({ name, version, license, description }) {
  const ref = `pkg:npm/${name}@${version}`;
  return {
    "bom-ref": ref,
    type: "library",
    name,
    version,
    description,
    purl: ref,
    licenses: [{ license: { id: license } }],
  };
}

const components = inside.map((name) => component(read(`node_modules/${name}/package.json`)));
const own = component(kit);
const dependencies = [
  { ref: own["bom-ref"], dependsOn: components.map((each) => each["bom-ref"]) },
  ...components.map((each) => ({ ref: each["bom-ref"] })),
];
const bom = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: { component: own },
  components,
  dependencies,
};
writeFileSync("dist/sbom.cdx.json", `${JSON.stringify(bom, null, 2)}\n`);
