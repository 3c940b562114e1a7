// @ts-check
import { defineConfig, globalIgnores } from "eslint/config";
import nextCoreWebVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";
import tseslint from "typescript-eslint";

const rulesOfReact = nextCoreWebVitals
  .flatMap(({ rules }) => Object.keys(rules ?? {}))
  .filter((name) => /^(react|react-hooks|jsx-a11y)\//.test(name));

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
  tseslint.configs.recommendedTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: [".dependency-cruiser.mjs"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": "error",
      // A union's new member has to be dealt with wherever the union is switched on.
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // An async function without await is how a promise-returning interface is met, form actions among them.
      "@typescript-eslint/require-await": "off",
      // A form's action may be async: React takes the promise.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      eqeqeq: "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      // An object is written as an object: halves of one line each are only a way to squeeze it.
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "SpreadElement > ObjectExpression.argument, JSXSpreadAttribute > ObjectExpression.argument",
          message: "Write these properties in the object itself.",
        },
      ],
      // A function fits a screen.
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A component holds its markup too.
    files: ["**/*.tsx"],
    rules: { "max-lines-per-function": ["error", { max: 100, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A suite is a list of tests, each a function of its own.
    files: ["tests/**", "**/*.test.{ts,tsx}"],
    rules: { "max-lines-per-function": "off" },
  },
  {
    // Longer than that still. A file leaves this list when its function has been split; none is added.
    files: [
      "app/**/coding/page.tsx",
      "app/**/coding/batch/page.tsx",
      "app/**/contributions/page.tsx",
      "app/**/themes/exchange/codebook-words.ts",
      "components/capture/clearance/mask-rows.tsx",
      "components/capture/registration/use-grid-keys.ts",
      "components/capture/session/bar/{commands,use-capture-bar,use-log,use-next-contribution}.ts",
      "components/capture/session/use-record.ts",
      "components/tag/coding/{tagging-contribution,tagging-list,tagging-panel}.tsx",
      "lib/report/draft/narrator.ts",
    ],
    rules: { "max-lines-per-function": "off" },
  },
  {
    // These look for components in every file, some with React's compiler, and here nothing is drawn.
    files: ["lib/**", "prisma/**", "tests/**"],
    rules: Object.fromEntries(rulesOfReact.map((name) => [name, "off"])),
  },
  {
    // JSON is read here before any package that could check it is installed.
    files: ["**/*.mjs"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off", "@typescript-eslint/no-unsafe-return": "off" },
  },
  {
    // A service worker is plain JavaScript, sent as it stands.
    ...tseslint.configs.disableTypeChecked,
    files: ["public/*.js"],
  },
  {
    // Vitest's matchers inside an expected value are typed as any.
    files: ["**/*.test.{ts,tsx}"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  {
    // What writes to a terminal for a person; everything else writes to the log.
    files: ["app/**", "components/**", "lib/**"],
    ignores: ["lib/platform/launch.mjs", "lib/platform/launch/**", "lib/platform/log.ts"],
    rules: { "no-console": "error" },
  },
);
