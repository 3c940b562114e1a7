import { audit } from "@/lib/platform/audit/audit";
import { formatDate } from "@/lib/platform/text/dates";
import { db, transaction, type Tx } from "@/lib/platform/db";
import { appUrl, env } from "@/lib/platform/env";
import { publish } from "@/lib/platform/events";
import { queueMail } from "@/lib/platform/mail/mail";
import { dayOf, deletedOn, dueOn, isNoticeTime } from "../retention";
import { deletePersonalData } from "./delete-personal-data";

type Roundtable = Awaited<ReturnType<typeof listHeld>>[number];

function listHeld() {
  return db().roundtable.findMany({
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      reviewId: true,
      title: true,
      heldOn: true,
      review: { select: { slug: true, retentionMonths: true } },
      notices: { select: { dueOn: true, noticedAt: true } },
    },
  });
}

/**
 * Notifies the leads of each review of data that falls due within thirty days, and deletes what is due: the
 * words, names and descriptions of a roundtable. A hold pauses it. `now` is a parameter, for tests.
 */
export async function applyRetention(now: Date): Promise<void> {
  for (const roundtable of await listHeld()) {
    const due = dueOn(roundtable.heldOn, roundtable.review.retentionMonths);
    const [notice] = roundtable.notices;
    if (!isNoticeTime(due, now)) {
      // The lead has set a longer period since.
      if (notice)
        await db().retentionNotice.deleteMany({ where: { roundtableId: roundtable.id, deletedAt: null } });
      continue;
    }
    if (notice?.dueOn.getTime() !== due.getTime())
      await transaction((tx) => giveNotice(tx, roundtable, due, now));
    if (dayOf(now) >= deletedOn(due, notice?.noticedAt ?? now)) await deletePersonalData(roundtable, now);
  }
}

async function giveNotice(tx: Tx, roundtable: Roundtable, due: Date, now: Date): Promise<void> {
  const { id: roundtableId, reviewId, title, review } = roundtable;
  const told = await tx.retentionNotice.upsert({
    where: { roundtableId },
    create: { roundtableId, dueOn: due, noticedAt: now },
    update: { dueOn: due },
    select: { noticedAt: true },
  });
  const leads = await tx.user.findMany({
    where: { memberships: { some: { reviewId, role: "lead" } } },
    select: { email: true },
  });
  const on = formatDate(deletedOn(due, told.noticedAt));
  const text = `We will delete the words, names and descriptions of the roundtable “${title}” on ${on}, because we may not keep them for longer. Where findings, memos, comments or reports repeat the words or give the names, a mark replaces them. Figures that were released stay. See what would be deleted, or set a hold with a reason: ${appUrl()}/reviews/${review.slug}/protection\n`;
  if (env().SMTP_URL)
    for (const { email } of leads)
      await queueMail(tx, {
        to: email,
        subject: `Personal data of a roundtable will be deleted on ${on}`,
        text,
      });
  await audit(tx, {
    reviewId,
    actorId: null,
    action: "retention.notice",
    subjectType: "roundtable",
    subjectId: roundtableId,
    detail: { dueOn: due.toISOString().slice(0, 10) },
  });
  await publish(tx, { kind: "protection.changed", reviewId, roundtableId });
}
