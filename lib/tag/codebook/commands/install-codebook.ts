import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import type { CodebookEntry } from "../codebook";
import { AXIS_ORDER, type Axis } from "../theme";
import { openCodebook, placeLast } from "./add-theme";

type Codebook = { reviewId: string; themes: readonly CodebookEntry[] };

/** Adds the themes of a codebook that the review does not have yet, by slug, in the given order. */
export const installCodebook = command(async (tx, viewer: Viewer, { reviewId, themes }: Codebook) => {
  await openCodebook(tx, viewer, reviewId);
  let added = 0;
  for (const axis of AXIS_ORDER) added += await install(tx, viewer, { reviewId, axis }, themes);
  if (added > 0) {
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "codebook.install",
      subjectType: "review",
      subjectId: reviewId,
      detail: { added },
    });
    await publish(tx, { kind: "codebook", reviewId });
  }
  return { added };
});

async function install(
  tx: Tx,
  viewer: Viewer,
  place: { reviewId: string; axis: Axis },
  themes: readonly CodebookEntry[],
): Promise<number> {
  const wanted = themes.filter(({ axis }) => axis === place.axis);
  const made = await tx.theme.createManyAndReturn({
    data: wanted.map((entry) => ({ ...entry, reviewId: place.reviewId })),
    skipDuplicates: true,
    select: { id: true, slug: true },
  });
  const order = wanted.map(({ slug }) => slug);
  const inOrder = [...made].sort((a, b) => order.indexOf(a.slug) - order.indexOf(b.slug));
  await placeLast(
    tx,
    viewer,
    place,
    inOrder.map(({ id }) => id),
  );
  return made.length;
}
