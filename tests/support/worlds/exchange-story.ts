import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { importProject } from "@/lib/tag/exchange/commands/import-project";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { writeMemo } from "@/lib/tag/coding/commands/write-memo";
import { packPayload, unpackPayload } from "@/lib/tag/exchange/form-payload";
import type { ExportKind } from "@/lib/tag/exchange/file/export-kind";
import { Incoming } from "@/lib/tag/exchange/incoming";
import type { ExchangeProject } from "@/lib/tag/exchange/file/project";
import { readProject } from "@/lib/tag/exchange/file/read-project";
import { writeProject } from "@/lib/tag/exchange/file/write-project";
import { previewProject } from "@/lib/tag/exchange/queries/exchange-preview";
import { readReviewProject } from "@/lib/tag/exchange/queries/exchange-project";
import type { Strangers } from "@/lib/tag/exchange/queries/incoming-coders";
import { makeContribution, makeParticipant, makeRoundtable } from "./factories";
import { makeScene } from "./scene";

/**
 * Two facilitators who coded two roundtables, with contributions that others may read and contributions that
 * they may not.
 */
export async function makeExchangeStory() {
  const attributes = { role: "headteacher", phase: "Primary", region: "North West", setting: "Academy" };
  const {
    review,
    lead: ada,
    facilitator: bob,
    roundtable: open,
    participants: [speaker, gist],
    themes: [marking, cost],
  } = await makeScene({
    members: ["lead", "facilitator"],
    roundtable: { confidentiality: "attributed", state: "read_back" },
    participants: [
      { attributes, name: "Zelda Quist" },
      { attributes, permission: "paraphrase" },
    ],
    themes: 2,
  });
  const secret = await makeRoundtable(review, { confidentiality: "chatham_house" });
  const hidden = await makeParticipant(review, secret, { attributes: { ...attributes, region: "London" } });
  const said = (text: string, over: Parameters<typeof makeContribution>[1] = {}) =>
    makeContribution(open, { participant: speaker, text, ...over });
  const contributions = {
    clear: await said("👩🏽‍🏫 Marking differs at Hill Top School, and nobody says why."),
    uncleared: await said("Uncleared-words stay here.", { cleared: false }),
    gist: await said("Paraphrase-words stay here.", { participant: gist }),
    unknown: await makeContribution(open, { text: "Somebody-words stay here." }),
    struck: await said("Struck-words stay here."),
    erased: await said("Erased-words stay here."),
    secret: await makeContribution(secret, { participant: hidden, text: "It costs too much." }),
  };
  await db().clearance.updateMany({
    where: { contributionId: contributions.clear.id },
    data: {
      masks: [{ start: 24, end: 39, as: "school" }],
      text: "👩🏽‍🏫 Marking differs at [school], and nobody says why.",
    },
  });
  await db().contribution.update({ where: { id: contributions.struck.id }, data: { struckAt: new Date() } });
  const tag = (
    viewer: Viewer,
    contribution: { id: string },
    theme: { id: string },
    spanStart?: number,
    spanEnd?: number,
  ) =>
    setTagging(viewer, {
      contributionId: contribution.id,
      themeId: theme.id,
      stance: "improvement",
      spanStart,
      spanEnd,
    });
  await tag(ada, contributions.clear, marking);
  await tag(bob, contributions.clear, marking);
  await tag(bob, contributions.clear, cost, 24, 44);
  await tag(ada, contributions.uncleared, cost);
  await tag(ada, contributions.gist, cost, 0, 4);
  await tag(bob, contributions.secret, cost);
  await tag(bob, contributions.erased, cost);
  const memo = (viewer: Viewer, contribution: { id: string }, text: string) =>
    writeMemo(viewer, { id: randomUUID(), contributionId: contribution.id, text });
  await memo(bob, contributions.clear, "Memo-words:\nlook at the other roundtable.");
  await memo(ada, contributions.secret, "Memo-words too.");
  await db().contribution.update({
    where: { id: contributions.erased.id },
    data: { erasedAt: new Date(), text: "", salt: null },
  });
  return { review, ada, bob, marking, cost, open, secret, speaker, gist, hidden, contributions };
}

export type ExchangeStory = Awaited<ReturnType<typeof makeExchangeStory>>;

/** A file to share holds closed roundtables alone. Nothing opens them again. */
export async function closeRoundtables({ review }: Pick<ExchangeStory, "review">): Promise<void> {
  await db().roundtable.updateMany({ where: { reviewId: review.id }, data: { state: "closed" } });
}

export function exportOf(
  viewer: Viewer,
  reviewId: string,
  kind: ExportKind,
  roundtableId: string | null = null,
) {
  return readReviewProject(viewer, { reviewId, roundtableId, kind, caveat: "Views, not a sample." });
}

/** Everything that a file says, its names too, as one text. */
export async function wordsIn(project: ExchangeProject): Promise<string> {
  return Object.entries(unzipSync(await writeProject(project)))
    .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
    .join("\n");
}

/** The project as it is read from its own file. */
export async function reread(project: ExchangeProject): Promise<ExchangeProject> {
  const read = await readProject(await writeProject(project));
  if (!read.ok) throw new Error(read.reason);
  if (read.warnings.length > 0) throw new Error(read.warnings.join(" "));
  return read.value;
}

export type ImportChoices = { newCodes?: "add" | "leave"; strangers?: Strangers };

/** Previews and imports a project, as the page does. */
export async function bringProjectIn(
  viewer: Viewer,
  reviewId: string,
  project: ExchangeProject,
  choices: ImportChoices = {},
) {
  const { incoming } = await previewProject(viewer, reviewId, project);
  const said = { newCodes: "leave" as const, strangers: "leave" as const, ...choices };
  // As the page carries it.
  return importProject(viewer, {
    reviewId,
    incoming: unpackPayload(packPayload(incoming), Incoming),
    ...said,
  });
}

/** Undoes and withdraws everything that was set and written. */
export async function takeAllBack(reviewId: string): Promise<void> {
  await db().tagging.updateMany({ where: { reviewId, until: null }, data: { until: new Date() } });
  await db().memo.updateMany({ where: { reviewId }, data: { withdrawnAt: new Date() } });
}
