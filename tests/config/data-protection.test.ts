import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MAX_FORM_BYTES } from "../../lib/platform/launch/edge/body-limit.mjs";
import { ACTIONS, ROLES } from "@/lib/access/policy";
import { FALSE_LINKS_FROM_NETWORK, LINKS_FROM_NETWORK, LINKS_TO_ADDRESS } from "@/lib/access/sign-in/limits";
import { MAX_TEXT } from "@/lib/capture/contribution/contribution-rules";
import { MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS } from "@/lib/capture/import/reading/limits";
import { MAX_EXTRACT_BYTES } from "@/lib/capture/people/school-upload";
import { MAX_MONTHS } from "@/lib/capture/protection/retention";
import { MAX_OPERATIONS } from "@/lib/capture/session/batch-size";
import { MAX_COMMENT } from "@/lib/comment/thread/comment";
import { NOTE_LIMIT, STATEMENT_LIMIT } from "@/lib/synthesise/finding/finding";
import { SUMMARY_LIMIT } from "@/lib/synthesise/matrix/summary";
import { MAX_IN_BATCH } from "@/lib/tag/coding/batch";
import { MAX_CODEBOOK_BYTES } from "@/lib/tag/exchange/codebook-file/read-codebook-file";
import { MAX_THEMES } from "@/lib/tag/exchange/codebook-file/codebook-theme";
import { MAX_CONTRIBUTIONS, MAX_PROJECT_BYTES } from "@/lib/tag/exchange/format/limits";

/** The rows of the table under a heading of docs/data-protection.md, without its first two. */
function tableUnder(heading: string): string[][] {
  const [, section = ""] = readFileSync("docs/data-protection.md", "utf8").split(`\n## ${heading}\n`);
  const lines = (section.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
  const cells = lines.map((line) => line.split("|").map((cell) => cell.trim()));
  return cells.slice(2).map((row) => row.slice(1, -1));
}

test("the table of who may do what is the policy", () => {
  const policy = Object.values(ACTIONS).map(({ words, roles }) => {
    const allowed: readonly string[] = roles;
    return [words, ...ROLES.map((role) => (allowed.includes(role) ? "yes" : "no"))];
  });
  expect(tableUnder("Who may do what")).toEqual(policy);
});

const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;
const characters = (most: number) => `${most.toLocaleString("en-GB")} characters`;
const number = (most: number) => most.toLocaleString("en-GB");
const drip = ({ burst, everyMs }: { burst: number; everyMs: number }) =>
  `${burst}, then one every ${everyMs < 60_000 ? `${everyMs / 1000} seconds` : `${everyMs / 60_000} minutes`}`;

test("the documented limits are those of the code", () => {
  expect(Object.fromEntries(tableUnder("Limits"))).toEqual({
    "one contribution": characters(MAX_TEXT),
    "a comment": characters(MAX_COMMENT),
    "a memo, or the note of a finding": characters(NOTE_LIMIT),
    "a finding or its counter-view": characters(STATEMENT_LIMIT),
    "a summary in the matrix": characters(SUMMARY_LIMIT),
    "a file of contributions": megabytes(MAX_FILE_BYTES),
    "rows of a file": number(MAX_ROWS),
    "columns of a file": number(MAX_COLUMNS),
    "a project of other software": megabytes(MAX_PROJECT_BYTES),
    "contributions in a project": number(MAX_CONTRIBUTIONS),
    "a codebook": megabytes(MAX_CODEBOOK_BYTES),
    "themes in a codebook": number(MAX_THEMES),
    "the register of schools": megabytes(MAX_EXTRACT_BYTES),
    "any other form": megabytes(MAX_FORM_BYTES),
    "contributions that a browser sends at once": number(MAX_OPERATIONS),
    "contributions that get a theme in one batch": number(MAX_IN_BATCH),
    "sign-in links to one address": drip(LINKS_TO_ADDRESS),
    "sign-in links from one network": drip(LINKS_FROM_NETWORK),
    "false links from one network": drip(FALSE_LINKS_FROM_NETWORK),
    "how long personal data is kept": `${MAX_MONTHS} months`,
  });
});
