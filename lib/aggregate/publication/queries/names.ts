import type { Tx } from "@/lib/platform/db";
import type { LeftOutNames } from "../words/left-out-words";

/** What themes, roundtables and findings are called, for the lead alone. The caller has asked the policy already. */
export async function readNames(client: Tx, reviewId: string, threshold: number): Promise<LeftOutNames> {
  const themes = await client.theme.findMany({ where: { reviewId }, select: { id: true, title: true } });
  const roundtables = await client.roundtable.findMany({
    where: { reviewId },
    select: { id: true, title: true },
  });
  const findings = await client.finding.findMany({ where: { reviewId }, select: { id: true, text: true } });
  return {
    themes: new Map(themes.map(({ id, title }) => [id, title])),
    roundtables: new Map(roundtables.map(({ id, title }) => [id, title])),
    findings: new Map(findings.map(({ id, text }) => [id, text])),
    threshold,
  };
}
