// JSX alone where Jest runs modules as they are
const isModules = process.execArgv.includes("--experimental-vm-modules");

module.exports = {
  presets: [
    ["@babel/preset-env", { targets: { node: "current" }, modules: isModules ? false : "commonjs" }],
    ["@babel/preset-react", { runtime: "automatic" }],
  ],
};
