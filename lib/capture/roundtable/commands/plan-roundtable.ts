import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { askAboutDate } from "./ask-about-date";
import { slugOf, storedDetails, type PlanRoundtableInput } from "../roundtable";

/** Plans a roundtable with its questions; its slug is made from its title. */
export const planRoundtable = command(
  async (tx, viewer: Viewer, input: PlanRoundtableInput): Promise<{ id: string; slug: string }> => {
    const { reviewId, questions, slug: wanted, heldOnConfirmed } = input;
    if (roleIn(viewer, reviewId) === null) throw notFound("review");
    requireCan(viewer, "roundtable.plan", { reviewId });
    await tx.$queryRaw`SELECT id FROM review WHERE id = ${reviewId}::uuid FOR NO KEY UPDATE`;
    await askAboutDate(tx, reviewId, { heldOn: input.heldOn, confirmed: heldOnConfirmed });
    await refuseTwice(tx, input);
    const slug = await freeSlug(tx, reviewId, wanted ?? slugOf(input.title));
    const { id } = await tx.roundtable.create({
      data: {
        ...storedDetails(input),
        reviewId,
        slug,
        createdById: viewer.userId,
        questions: { create: questions.map((text, index) => ({ position: index + 1, text })) },
      },
      select: { id: true },
    });
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "roundtable.plan",
      subjectType: "roundtable",
      subjectId: id,
      detail: { confidentiality: input.confidentiality, questions: questions.length },
    });
    await publish(tx, { kind: "roundtable.changed", reviewId, roundtableId: id });
    return { id, slug };
  },
);

/** A form sent twice must not plan the same day twice. */
async function refuseTwice(tx: Tx, { reviewId, title, heldOn }: PlanRoundtableInput): Promise<void> {
  const there = await tx.roundtable.count({ where: { reviewId, title, heldOn } });
  if (there > 0)
    throw invalid(
      "There is already a roundtable with this title on this date. Choose another title.",
      "title",
    );
}

async function freeSlug(tx: Tx, reviewId: string, wanted: string): Promise<string> {
  const taken = await tx.roundtable.findMany({
    where: { reviewId, slug: { startsWith: wanted } },
    select: { slug: true },
  });
  const all = new Set([...taken.map(({ slug }) => slug), "new"]);
  if (!all.has(wanted)) return wanted;
  let number = 2;
  while (all.has(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}
