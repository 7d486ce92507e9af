import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import ts from "typescript-eslint";

const markup = "/^(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment)$/";

/** @type {readonly (readonly [selector: string, message: string])[]} */
const refused = [
  [
    `MemberExpression > Identifier.property[name=${markup}]`,
    "Markup is never made from a string: use textContent or JSX.",
  ],
  [
    `MemberExpression > Literal.property[value=${markup}]`,
    "Markup is never made from a string: use textContent or JSX.",
  ],
  [`Property > Identifier.key[name=${markup}]`, "Markup is never made from a string: use textContent or JSX."],
  [`JSXIdentifier[name=${markup}]`, "Markup is never made from a string: use JSX."],
  [
    "CallExpression[callee.object.name='document'][callee.property.name=/^writeln?$/]",
    "document.write makes markup from a string.",
  ],
  [
    "CallExpression[callee.property.name='postMessage'] > Literal[value='*']",
    "A message goes to one origin, never to every one.",
  ],
  [
    "CallExpression[callee.property.name='postMessage'] Property[key.name='targetOrigin'] > Literal[value='*']",
    "A message goes to one origin, never to every one.",
  ],
  ["TSAsExpression > TSAsExpression", "A cast by way of unknown says nothing: write a reader that looks."],
  ["TSEnumDeclaration", "No enums: a union of string literals."],
  ["TSModuleDeclaration[kind='namespace']", "No namespaces."],
];

export default defineConfig(
  globalIgnores([
    "dist",
    "storybook-static",
    "coverage",
    "test-results",
    "bench",
    "examples",
    "registry",
    "test/bareApps",
    "test/bundlers",
    "test/registryApps",
  ]),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  hooks.configs.flat["recommended-latest"],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      // Names that don't exist are the compiler's finding; control characters are what core takes out of a server's text.
      "no-undef": "off",
      "no-control-regex": "off",
      "no-eval": "error",
      "no-new-func": "error",
      "no-restricted-syntax": ["error", ...refused.map(([selector, message]) => ({ selector, message }))],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // A fake that answers at once is as asynchronous as its contract says.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // Our objects are closures: their methods need no `this`.
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    // An app's console is its own.
    files: ["src/**"],
    rules: { "no-console": "error", "no-script-url": "error" },
  },
  {
    // Here a body off the wire goes straight into an assertion, which looks at it.
    files: ["test/**", "stories/**", "scripts/**"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
);
