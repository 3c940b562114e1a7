import { z } from "zod";
import { forPage } from "@/lib/access/page";
import { getParticipant } from "@/lib/capture/people/queries/participants";
import { notFound } from "@/lib/platform/errors";
import { readRoundtable, roundtableHref, type RoundtableSlugs } from "../../read-roundtable";

/** What each page about a participant reads first. An address that is not an id is not found. */
export async function readParticipant(params: Promise<RoundtableSlugs & { participant: string }>) {
  const read = await readRoundtable(params);
  const id = z.uuid().safeParse((await params).participant);
  const participant = await forPage(
    id.success
      ? getParticipant(read.viewer, read.roundtable.id, id.data)
      : Promise.reject(notFound("participant")),
  );
  const people = { label: "People", href: roundtableHref(read.slugs, "people") };
  return { ...read, participant, crumbs: [...read.crumbs, people] };
}
