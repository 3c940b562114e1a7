import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import type { Tx } from "@/lib/platform/db";
import type { Claim } from "@/lib/report/claim/claim";
import type { Block, Report } from "@/lib/report/draft/queries/reports";
import { readHouseStyle } from "@/lib/report/draft/house-style";
import type { Check } from "../check";
import { checkDraft } from "../checks";
import { recodedChecks } from "../recoded";
import { styleChecks } from "../style-checks";
import { clausesOf, unheardChecks } from "../unheard";
import { withWaivers } from "../waiver";
import { readClauseWords } from "./clause-words";
import { namedPeople } from "./named-people";
import { readRecoded } from "./recoded-evidence";
import { readWaivers } from "./waivers";

type Checked = {
  blocks: readonly Block[];
  claims: ReadonlyMap<string, Claim>;
  figures: ReportFigures | null;
};

/** Everything that the checks say of a draft, with what its lead set aside. The caller has asked the policy. */
export async function readDraftChecks(
  tx: Tx,
  { id, kind, review, reviewId }: Pick<Report, "id" | "kind" | "review" | "reviewId">,
  { blocks, claims, figures }: Checked,
): Promise<Check[]> {
  const checks = [
    ...(await namedPeople(tx, reviewId, blocks)),
    ...checkDraft(blocks, { claims, figures, smallNumber: review.smallNumber, kind }),
    ...unheardChecks(await readClauseWords(tx, clausesOf(blocks, claims))),
    ...recodedChecks(blocks, await readRecoded(tx, [...claims.keys()])),
    ...styleChecks(blocks, readHouseStyle(review.houseStyle)),
  ];
  return withWaivers(checks, await readWaivers(tx, id));
}
