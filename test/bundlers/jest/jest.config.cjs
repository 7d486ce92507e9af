const isModules = process.execArgv.includes("--experimental-vm-modules");

module.exports = {
  testEnvironment: "jsdom",
  // as in docs/recipes/apps.md
  moduleNameMapper: { "^tencent-error-kit/.*\\.css$": "<rootDir>/test/empty.js" },
  transformIgnorePatterns: [isModules ? "/node_modules/" : "/node_modules/(?!tencent-error-kit/)"],
};
