import { countOf } from "@/lib/platform/text/count-words";
import type { ReleasedFinding, ReleasedTable } from "../release-contents";

/** "4 findings, on Coaching (3) and Delivery": how many they are, and the themes that they are under, those with most first. */
export function foundUnder(
  findings: readonly Pick<ReleasedFinding, "themeId">[],
  { themes }: { themes: readonly Pick<ReleasedTable["themes"][number], "id" | "title">[] },
): string {
  const under = themes
    .map(({ id, title }) => ({ title, count: findings.filter(({ themeId }) => themeId === id).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ title, count }) => (count > 1 ? `${title} (${count})` : title));
  const on = new Intl.ListFormat("en-GB").format(under);
  return `${countOf(findings.length, "finding")}${on === "" ? "" : `, on ${on}`}`;
}
