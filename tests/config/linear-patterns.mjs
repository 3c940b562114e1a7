// @ts-check
/**
 * Patterns that meet people's words read a text once, whatever it repeats (docs/decisions/055). The tests plant
 * violations of these.
 * @type {import("eslint").Linter.RulesRecord}
 */
export const linearPatterns = {
  "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
  "regexp/no-super-linear-move": ["error", { report: "potential", ignoreSticky: true, ignorePartial: false }],
};
