// @ts-check
import { defineConfig, globalIgnores } from "eslint/config";
import nextCoreWebVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";
import { linearPatterns } from "./tests/config/linear-patterns.mjs";

const rulesOfReact = nextCoreWebVitals
  .flatMap(({ rules }) => Object.keys(rules ?? {}))
  .filter((name) => /^(react|react-hooks|jsx-a11y)\//.test(name));

/** An object is written as an object: halves of one line each are only a way to squeeze it. */
const objectInHalves = {
  selector: "SpreadElement > ObjectExpression.argument, JSXSpreadAttribute > ObjectExpression.argument",
  message: "Write these properties in the object itself.",
};

/** A rule that one file says, and what saying it again looks like. */
const saidOnce = [
  {
    file: "lib/aggregate/figures/small-number.ts",
    again: {
      selector:
        "BinaryExpression[operator=/^[<>]=?$/] > Identifier[name=smallNumber], BinaryExpression[operator=/^[<>]=?$/] > MemberExpression[property.name=smallNumber]",
      message: "small-number.ts says what a small number is. Call it.",
    },
  },
  {
    file: "lib/capture/contribution/commands/insert-contributions.ts",
    again: {
      selector:
        "CallExpression[callee.property.name=/^(create|createMany|createManyAndReturn|upsert)$/][callee.object.property.name=contribution], TemplateElement[value.raw=/INSERT INTO contribution\\b/]",
      message: "insert-contributions.ts stores contributions. Call it.",
    },
  },
  {
    file: "lib/capture/roundtable/queries/contribution-where.ts",
    again: {
      selector: "TemplateElement[value.raw=/struck_at IS NULL/]",
      message: "contribution-where.ts says which contributions stand. Call it.",
    },
  },
];

/**
 * @param {{ again: { selector: string; message: string } }[]} rules
 * @returns {["error", ...unknown[]]}
 */
function refused(rules) {
  return ["error", objectInHalves, ...rules.map(({ again }) => again)];
}

// The rules that know types are in .oxlintrc.json: they run there in a tenth of the time.
export default defineConfig(
  globalIgnores([
    ".next/",
    "lib/platform/generated/",
    "data/",
    "test-results/",
    "playwright-report/",
    "next-env.d.ts",
  ]),
  nextCoreWebVitals,
  nextTypescript,
  tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": "error",
      eqeqeq: "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "no-restricted-syntax": refused([]),
      // A function fits on a screen.
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["app/**", "components/**", "lib/**", "prisma/**", "tests/support/**"],
    rules: { "no-restricted-syntax": refused(saidOnce) },
  },
  ...saidOnce.map(({ file }) => ({
    files: [file],
    rules: { "no-restricted-syntax": refused(saidOnce.filter((rule) => rule.file !== file)) },
  })),
  {
    files: ["app/**", "components/**", "lib/**", "proxy.ts", "public/*.js"],
    ignores: ["**/*.test.{ts,tsx}"],
    plugins: { regexp },
    rules: linearPatterns,
  },
  {
    // A component contains its markup too.
    files: ["**/*.tsx"],
    rules: { "max-lines-per-function": ["error", { max: 100, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A suite is a list of tests, each with its own function.
    files: ["tests/**", "**/*.test.{ts,tsx}"],
    rules: { "max-lines-per-function": "off" },
  },
  {
    // These look for components in every file, some with React's compiler, and here nothing is drawn.
    files: ["lib/**", "prisma/**", "tests/**"],
    rules: Object.fromEntries(rulesOfReact.map((name) => [name, "off"])),
  },
  {
    // These write to a terminal for a person; everything else writes to the log.
    files: ["app/**", "components/**", "lib/**"],
    ignores: ["lib/platform/launch.mjs", "lib/platform/launch/**", "lib/platform/log/log.ts"],
    rules: { "no-console": "error" },
  },
);
