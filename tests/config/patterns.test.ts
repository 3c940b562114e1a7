import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import regexp from "eslint-plugin-regexp";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { FED } from "@/tests/support/text-work/tasks";
import { linearPatterns } from "./linear-patterns.mjs";

const project = path.resolve(import.meta.dirname, "../..");

/** Files with patterns that the test of linear time does not feed, by the reason why. */
const NOT_FED: Record<string, readonly string[]> = {
  "It reads what belongs to this computer: settings, paths, output of a program.": [
    "lib/platform/env.ts",
    "lib/platform/launch/address.mjs",
    "lib/platform/launch/build.mjs",
    "lib/platform/launch/report.mjs",
    "lib/platform/workers/bundle.mjs",
    "lib/platform/workers/task.ts",
  ],
  "It asks whether all of a value has one form, whose parts have no character in common.": [
    "lib/access/sign-in/demonstration-sign-in.ts",
    "lib/access/sign-in/network.ts",
    "lib/access/sign-in/path-within.ts",
    "lib/capture/import/import.ts",
    "lib/capture/import/time/beginning.ts",
    "lib/capture/people/participant.ts",
    "lib/capture/people/queries/schools.ts",
    "lib/capture/permission/permission.ts",
    "lib/capture/protection/erasure.ts",
    "lib/capture/roundtable/tables.ts",
    "lib/platform/launch/edge/body-limit.mjs",
    "lib/platform/launch/edge/page-policy.mjs",
    "lib/platform/ledger/decision.ts",
    "lib/report/export/word/marks.ts",
    "lib/aggregate/live/filter-address.ts",
    "lib/aggregate/live/filter-words.ts",
    "lib/synthesise/matrix/selection.ts",
    "lib/tag/coding/batch.ts",
    "lib/tag/exchange/codebook-plan.ts",
    "lib/tag/exchange/file/read-code.ts",
    "lib/tag/exchange/file/read-source.ts",
    "lib/tag/exchange/incoming.ts",
    "app/(workspace)/reviews/[review]/audit/chain/page.tsx",
    "app/(workspace)/reviews/[review]/contributions/[contribution]/clear/actions.ts",
    "app/(workspace)/reviews/[review]/contributions/[contribution]/edit/actions.ts",
    "app/(workspace)/reviews/[review]/dashboard/address.ts",
    "app/(workspace)/reviews/[review]/findings/matrix/actions.ts",
    "app/(workspace)/reviews/[review]/reports/[report]/export/[number]/route.ts",
    "app/(workspace)/reviews/[review]/reports/actions.ts",
    "app/(workspace)/reviews/[review]/reports/[report]/regenerate/actions.ts",
    "app/(workspace)/reviews/[review]/reports/[report]/versions/[number]/read-version.ts",
    "app/published/read-publication.ts",
    "app/(workspace)/reviews/[review]/roundtables/[roundtable]/people/chosen-school.ts",
  ],
  "It looks for one character, a run of one kind, or words at the start or end.": [
    "lib/capture/clearance/queries/suggested-masks.ts",
    "lib/capture/registration/grid/grid-form.ts",
    "lib/capture/contribution/queries/contributions.ts",
    "lib/capture/import/commands/choose-file.ts",
    "lib/capture/import/reading/document/odf-part.ts",
    "lib/capture/import/reading/document/word-part.ts",
    "lib/capture/import/reading/read-document.ts",
    "lib/capture/people/school-upload.ts",
    "lib/capture/protection/commands/erase-traces.ts",
    "lib/capture/protection/queries/text-rows.ts",
    "lib/capture/session/waiting-format.ts",
    "lib/aggregate/publication/codebook-health.ts",
    "lib/platform/word/word-text.ts",
    "lib/synthesise/board/proposed-group.ts",
    "lib/tag/coding/queries/coding-where.ts",
    "lib/report/export/html/published-page.ts",
    "lib/report/draft/written-table.ts",
    "lib/report/returned/changed-block.ts",
    "lib/report/returned/edit-words.ts",
    "lib/report/returned/edits.ts",
    "lib/report/returned/in-word.ts",
    "lib/report/regenerate/match-blocks.ts",
    "lib/report/returned/match-paragraphs.ts",
    "lib/report/returned/table-reader.ts",
    "lib/report/check/queries/named-people.ts",
    "lib/report/check/checks.ts",
    "lib/report/check/waiver.ts",
    "lib/report/draft/compose/point-frames.ts",
    "lib/tag/exchange/file/package.ts",
    "app/(workspace)/reviews/[review]/reports/[report]/edit/editable-block.tsx",
    "lib/tag/exchange/file/read-text.ts",
    "lib/tag/exchange/file/write-source.ts",
    "lib/tag/suggestion/commands/suggest-themes.ts",
    "components/capture/permission/permission-wording.tsx",
    "components/capture/session/bar/bar-keys.ts",
    "components/report/editor/panel/figure-panel.tsx",
    "components/report/editor/schema/marks.ts",
    "components/report/editor/text/keys.ts",
    "components/report/editor/text/find.ts",
    "components/report/editor/text/pasted.ts",
    "lib/report/editor/queries/find-evidence.ts",
    "components/synthesise/board/board-keys.ts",
    "components/capture/session/bar/choice/use-completion.ts",
    "components/capture/session/bar/log-section.tsx",
    "components/capture/session/bar/use-paste.ts",
  ],
  "It reads what the compiler of a PDF says, in a thread of its own with a time limit.": [
    "lib/report/export/pdf/typeset.ts",
  ],
  "It reads a text for plain English in a thread of its own with a time limit.": [
    "lib/report/check/plain-english.ts",
  ],
  "It reads the XML of a workbook, which an import does in a thread of its own with a time limit.": [
    "lib/capture/import/reading/table/read-xlsx.ts",
    "lib/capture/import/reading/table/words-apart.ts",
  ],
  "The shortest edit script grows faster than its texts, which are at most 600 characters long.": [
    "lib/platform/text/word-diff.ts",
  ],
};

function sources(folder: string): string[] {
  const names = readdirSync(path.join(project, folder), { recursive: true, encoding: "utf8" });
  return names
    .map((name) => path.posix.join(folder, ...name.split(path.sep)))
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !/\.test\.|\/generated\//.test(file));
}

function patternsIn(file: string): number {
  const source = readFileSync(path.join(project, file), "utf8");
  let patterns = 0;
  const visit = (node: ts.Node): void => {
    const isMade =
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === "RegExp";
    if (ts.isRegularExpressionLiteral(node) || isMade) patterns++;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return patterns;
}

test("every file with a pattern is fed long texts, or a reason is given here why not", () => {
  const files = ["lib", "components", "app"].flatMap(sources).filter((file) => patternsIn(file) > 0);
  const fed = new Set(FED.flatMap((one) => one.files));
  const excused = Object.values(NOT_FED).flat();
  expect(files.filter((file) => !fed.has(file) && !excused.includes(file))).toEqual([]);
  expect(excused.filter((file) => !files.includes(file) || fed.has(file))).toEqual([]);
});

describe("lint refuses a pattern that does not read a text once", () => {
  const linter = new Linter();
  const complaints = (pattern: string) =>
    linter
      .verify(`export const cut = (text) => text.replace(${pattern}, "");`, [
        { plugins: { regexp }, rules: linearPatterns },
      ])
      .map(({ ruleId }) => ruleId);

  test.each([
    ["/(?:a+)+b/", "backtracking"],
    [String.raw`/^\s*(\d+\s*\n)?\s*\d/`, "backtracking"],
    [String.raw`/\s+$/`, "move"],
    [String.raw`/[\w.]+@\w+/`, "move"],
    [String.raw`new RegExp("\\s*" + "," + "\\s*")`, "move"],
  ])("%s", (pattern, kind) => {
    expect(complaints(pattern)).toContain(`regexp/no-super-linear-${kind}`);
  });

  test.each([String.raw`/\s+/g`, String.raw`/^\d{1,2}:\d{2}$/`, String.raw`/@\w+(?:\.\w+)+/`])(
    "not %s",
    (pattern) => {
      expect(complaints(pattern)).toEqual([]);
    },
  );
});
