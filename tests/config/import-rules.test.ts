import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { importRules } from "./import-rules.mjs";
import { stages } from "./stages.mjs";

const project = path.resolve(import.meta.dirname, "../..");

const names = Object.keys(stages);
const first = (stage = "") => stages[stage]?.[0] ?? "";

type Import = { rule: string; from: string; to: string; types?: boolean };

/** Imports that must be refused: at least one for each rule, each in a file of its own. */
const violations: Import[] = [
  ...names.slice(0, -1).map((stage, index) => ({
    rule: `${stage}-before-later-stages`,
    from: `lib/${stage}/${first(stage)}/rules-a.ts`,
    to: `lib/${names[index + 1]}/${first(names[index + 1])}/ideas.ts`,
  })),
  ...Object.entries(stages).flatMap(([stage, capabilities]) =>
    capabilities.slice(0, -1).flatMap((name, index) => [
      {
        rule: `${stage}-${name}-before-later-capabilities`,
        from: `lib/${stage}/${name}/queries/rules-b.ts`,
        to: `lib/${stage}/${capabilities[index + 1]}/ideas-b.ts`,
      },
      {
        rule: `${stage}-${name}-before-later-capabilities`,
        from: `components/${stage}/${name}/shown.tsx`,
        to: `components/${stage}/${capabilities.at(-1)}/other.tsx`,
      },
    ]),
  ),
  { rule: "every-file-in-a-capability", from: "lib/tag/no-capability.ts", to: "lib/platform/text/text.ts" },
  { rule: "every-file-in-a-capability", from: "lib/tag/unlisted/rule.ts", to: "lib/platform/text/text.ts" },
  {
    rule: "capture-before-later-stages",
    from: "lib/capture/protection/commands/erase.ts",
    to: "lib/comment/thread/commands/reply.ts",
  },
  {
    rule: "tag-before-later-stages",
    from: "components/tag/coding/keys.tsx",
    to: "components/report/draft/draft.tsx",
  },
  {
    rule: "tag-before-later-stages",
    from: "components/tag/coding/stance.tsx",
    to: "lib/report/draft/ideas.ts",
    types: true,
  },
  { rule: "lib-below-components-and-app", from: "lib/tag/coding/shown.ts", to: "components/ui/button.tsx" },
  { rule: "lib-below-components-and-app", from: "lib/platform/page.ts", to: "app/page.tsx" },
  { rule: "components-below-app", from: "components/ui/page-link.tsx", to: "app/page.tsx" },
  {
    rule: "product-without-tests",
    from: "lib/capture/contribution/sample.ts",
    to: "tests/support/sample.ts",
  },
  { rule: "platform-without-domain", from: "lib/platform/seed.ts", to: "lib/capture/contribution/ideas.ts" },
  { rule: "platform-without-domain", from: "lib/platform/form.ts", to: "lib/access/policy.ts" },
  {
    rule: "access-on-platform-alone",
    from: "lib/access/scope.ts",
    to: "lib/capture/contribution/ideas.ts",
    types: true,
  },
  { rule: "pure-without-frameworks", from: "lib/capture/contribution/cached.ts", to: "next/cache" },
  { rule: "pure-without-frameworks", from: "lib/capture/contribution/element.ts", to: "react", types: true },
  {
    rule: "pure-without-frameworks",
    from: "lib/capture/contribution/row.ts",
    to: "lib/platform/generated/client.ts",
    types: true,
  },
  { rule: "pure-without-frameworks", from: "lib/capture/contribution/stored.ts", to: "lib/platform/db.ts" },
  {
    rule: "pure-without-queries-or-commands",
    from: "lib/tag/coding/read.ts",
    to: "lib/tag/coding/queries/lines.ts",
  },
  {
    rule: "pure-without-queries-or-commands",
    from: "lib/tag/coding/write.ts",
    to: "lib/capture/protection/commands/erase.ts",
  },
  {
    rule: "queries-without-commands",
    from: "lib/tag/coding/queries/lines.ts",
    to: "lib/capture/protection/commands/erase.ts",
  },
  { rule: "prisma-behind-queries-and-commands", from: "app/rows/page.tsx", to: "lib/platform/db.ts" },
  { rule: "prisma-behind-queries-and-commands", from: "lib/access/policy.ts", to: "lib/platform/db.ts" },
  { rule: "prisma-behind-queries-and-commands", from: "app/sql/route.ts", to: "pg" },
  {
    rule: "prisma-behind-queries-and-commands",
    from: "components/capture/contribution/row.tsx",
    to: "lib/platform/generated/client.ts",
    types: true,
  },
  {
    rule: "components-without-queries",
    from: "components/tag/coding/list.tsx",
    to: "lib/tag/coding/queries/lines.ts",
    types: true,
  },
  {
    rule: "components-without-queries",
    from: "components/tag/coding/form.tsx",
    to: "lib/capture/protection/commands/erase.ts",
  },
  { rule: "ui-without-domain", from: "components/ui/line.tsx", to: "components/tag/coding/badge.tsx" },
  { rule: "ui-without-domain", from: "components/ui/theme.tsx", to: "lib/tag/coding/ideas.ts", types: true },
];

/** Imports that must be allowed, so that no rule catches more than it says. */
const legal: Omit<Import, "rule">[] = [
  { from: "lib/tag/rounds/sample.ts", to: "lib/tag/codebook/ideas.ts" },
  { from: "components/tag/rounds/sample.tsx", to: "components/tag/codebook/other.tsx" },
  { from: "app/reviews/page.tsx", to: "lib/report/draft/queries/drafts.ts" },
  { from: "app/reviews/actions.ts", to: "lib/capture/clearance/commands/clear.ts" },
  { from: "app/reviews/layout.tsx", to: "components/comment/thread/thread.tsx" },
  { from: "components/report/draft/cited.tsx", to: "components/capture/contribution/line.tsx" },
  { from: "components/report/draft/claim.tsx", to: "lib/capture/contribution/ideas.ts" },
  { from: "components/report/draft/allowed.tsx", to: "lib/access/policy.ts" },
  { from: "components/ui/link.tsx", to: "next/link" },
  { from: "lib/report/draft/queries/drafts.ts", to: "lib/platform/db.ts" },
  { from: "lib/capture/clearance/commands/clear.ts", to: "lib/platform/generated/client.ts", types: true },
  { from: "lib/report/draft/commands/write.ts", to: "lib/tag/coding/commands/set.ts" },
  { from: "lib/report/draft/plan.ts", to: "lib/capture/contribution/ideas.ts" },
  { from: "lib/report/draft/plan.test.ts", to: "tests/support/sample.ts" },
  { from: "lib/access/viewer.ts", to: "lib/platform/db.ts" },
  { from: "lib/platform/audit/audit.ts", to: "lib/platform/db.ts" },
  { from: "tests/database/rows.test.ts", to: "lib/platform/db.ts" },
];

let folder: string;
let found: Omit<Import, "types">[];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "npq-review-imports-")));
  plant([...violations, ...legal]);
  found = await cruise();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("import rules", () => {
  it.each(violations)("$rule: $from may not import $to", ({ rule, from, to }) => {
    expect(found).toContainEqual({ rule, from, to: expect.stringContaining(to) });
  });

  it.each(legal)("$from may import $to", ({ from, to }) => {
    expect(found.filter((violation) => violation.from === from && violation.to.includes(to))).toEqual([]);
  });

  it("plants a violation of every rule", () => {
    const planted = new Set(violations.map(({ rule }) => rule));
    expect(importRules(stages).filter(({ name }) => !planted.has(name ?? ""))).toEqual([]);
  });
});

function plant(imports: Omit<Import, "rule">[]) {
  const sources = new Map<string, string>();
  for (const { from, to, types } of imports) {
    const own = to.includes(".");
    if (own && !sources.has(to)) sources.set(to, "export {};\n");
    const target = own ? `@/${to.replace(/\.tsx?$/, "")}` : to;
    const line = types ? `import type {} from "${target}";\n` : `import "${target}";\n`;
    sources.set(from, `${sources.get(from) ?? ""}${line}`);
  }
  for (const [file, source] of sources) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), source);
  }
  writeFileSync(path.join(folder, "tsconfig.json"), '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }');
  symlinkSync(path.join(project, "node_modules"), path.join(folder, "node_modules"));
}

const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

async function cruise() {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      path.join(project, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      ...["--config", path.join(project, ".dependency-cruiser.mjs"), "--output-type", "json"],
      ...["app", "components", "lib", "tests"],
    ],
    { cwd: folder, maxBuffer: 100_000_000 },
  );
  const { summary } = Report.parse(JSON.parse(stdout));
  return summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to }));
}
