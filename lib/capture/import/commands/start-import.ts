import type { Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { invalid } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { publish } from "@/lib/platform/events";
import type { ImportIdInput } from "../import";
import { columnPlan, speakerPlan, type SpeakerPlan } from "../plan";
import { findChosen } from "./find-import";
import { forgetFile } from "./kept-file";
import { makeParticipants } from "./known-speakers";
import { withQuestions } from "./make-questions";

/** Starts the import of a file as it was set up: registers its new speakers and questions, and leaves the rest to a job. */
export const startImport = command(async (tx, viewer: Viewer, { importId, basedOn }: ImportIdInput) => {
  const found = await findChosen(tx, viewer, importId, basedOn);
  const { reviewId, id: roundtableId } = found.roundtable;
  const plan = speakerPlan(found.speakers);
  if (!columnPlan(found.mapping).settled || (found.format !== "waiting" && !plan.settled))
    throw invalid("First say what the columns contain and who the speakers are.");
  const strangers = plan.list.filter(({ as }) => as === "new" || as === "host");
  const made = await makeParticipants(
    tx,
    { roundtableId, reviewId, byId: viewer.userId },
    strangers.map(({ name, as }) => ({ name, host: as === "host" })),
  );
  const madeFor = new Map(strangers.map(({ name }, index) => [name, made[index]]));
  const asked = await withQuestions(tx, roundtableId, columnPlan(found.mapping));
  const speakers: SpeakerPlan = {
    settled: true,
    made,
    questions: asked.made,
    list: plan.list.map((speaker) => ({ ...speaker, as: madeFor.get(speaker.name) ?? speaker.as })),
  };
  const jobId = await enqueue(tx, {
    kind: "import",
    key: importId,
    payload: { importId },
    createdById: viewer.userId,
  });
  await tx.import.update({
    where: { id: importId },
    data: { state: "staged", staged: 0, speakers, mapping: asked.plan, jobId },
    select: { id: true },
  });
  await forgetFile(tx, importId);
  if (asked.made.length > 0) await publish(tx, { kind: "roundtable.changed", reviewId, roundtableId });
  if (made.length > 0) await publish(tx, { kind: "participant.changed", reviewId, roundtableId });
  return { importId };
});
