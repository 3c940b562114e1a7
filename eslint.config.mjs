// @ts-check
import next from "@next/eslint-plugin-next";
import * as typescript from "@typescript-eslint/parser";
import { defineConfig, globalIgnores } from "eslint/config";
import regexp from "eslint-plugin-regexp";
import { linearPatterns } from "./tests/config/linear-patterns.mjs";

/** An object is written as an object: halves of one line each are only a way to squeeze it. */
const objectInHalves = {
  selector: "SpreadElement > ObjectExpression.argument, JSXSpreadAttribute > ObjectExpression.argument",
  message: "Write these properties in the object itself.",
};
/** A rule that one file says, and what saying it again looks like. */
const saidOnce = [
  {
    file: "components/ui/link.tsx",
    again: {
      selector: "ImportDeclaration[source.value='next/link']",
      message: "link.tsx asks the server about no page before it is wanted. Use its Link.",
    },
  },
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

// These are the rules that oxlint does not have. It has all others, in .oxlintrc.json, and takes a tenth of the time.
export default defineConfig(
  globalIgnores([
    ".next/",
    "lib/platform/generated/",
    "data/",
    "test-results/",
    "playwright-report/",
    "next-env.d.ts",
  ]),
  {
    files: ["**/*.{js,mjs,ts,tsx}"],
    languageOptions: { parser: typescript },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { "no-restricted-syntax": refused([]) },
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
    files: ["app/**", "components/**", "lib/**", "public/*.js"],
    ignores: ["**/*.test.{ts,tsx}"],
    plugins: { regexp },
    rules: linearPatterns,
  },
  {
    plugins: { "@next/next": next },
    // The rule of addresses asks whether the name is the browser's own.
    languageOptions: { globals: { window: "readonly", globalThis: "readonly", location: "readonly" } },
    rules: {
      "@next/next/no-location-assign-relative-destination": "error",
      "@next/next/no-title-in-document-head": "error",
    },
  },
);
