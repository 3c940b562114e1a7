import type { Viewer } from "@/lib/access/policy";
import { visibleParticipants, visibleRoundtables } from "@/lib/access/scope";
import { describe } from "@/lib/capture/people/participant";
import { db } from "@/lib/platform/db";
import { countOf } from "@/lib/platform/text/count-words";
import { formatDate } from "@/lib/platform/text/dates";
import type { MatrixRow } from "../matrix";
import type { RowKind } from "../selection";

type Asked = { kind: RowKind; reviewId: string; roundtableId: string | null };

/** The rows of the matrix. Narrowed to a roundtable: the people who were present there, or it alone. */
export function listRows(viewer: Viewer, asked: Asked): Promise<MatrixRow[]> {
  return asked.kind === "people" ? listPeople(viewer, asked) : listRoundtableRows(viewer, asked);
}

/**
 * Everybody who was present at a roundtable that has begun, hosts left out, each once, by their label at each of their
 * roundtables. Names are not read.
 */
async function listPeople(viewer: Viewer, { reviewId, roundtableId }: Asked): Promise<MatrixRow[]> {
  const places = await db().participant.findMany({
    where: {
      AND: [
        { reviewId, host: false, present: true, person: { erasedAt: null } },
        { roundtable: { state: { not: "planned" } } },
        visibleParticipants(viewer),
      ],
    },
    orderBy: [{ roundtable: { heldOn: "asc" } }, { roundtableId: "asc" }, { label: "asc" }],
    select: {
      personId: true,
      label: true,
      roundtableId: true,
      roundtable: { select: { title: true } },
      attributes: {
        where: { until: null, attribute: { in: ["role", "phase", "setting", "region"] } },
        select: { attribute: true, value: true },
      },
    },
  });
  const people = new Map<string, typeof places>();
  for (const place of places) people.set(place.personId, [...(people.get(place.personId) ?? []), place]);
  return [...people]
    .filter(([, at]) => roundtableId === null || at.some((place) => place.roundtableId === roundtableId))
    .map(([id, at]) => {
      const value = (name: string) =>
        at.at(-1)?.attributes.find(({ attribute }) => attribute === name)?.value ?? null;
      const several = at.length > 1;
      return {
        id,
        title: labelsInWords(at.map(({ label }) => label)),
        where: at
          .map(({ label, roundtable }) => (several ? `${label}: ${roundtable.title}` : roundtable.title))
          .join("; "),
        about: describe({
          role: value("role"),
          phase: value("phase"),
          setting: value("setting"),
          region: value("region"),
        }),
      };
    });
}

/** "P07", and for a person at several roundtables "P07 (also P11)". */
function labelsInWords([first = "", ...others]: readonly string[]): string {
  const also = [...new Set(others)].filter((label) => label !== first);
  return also.length === 0 ? first : `${first} (also ${also.join(", ")})`;
}

async function listRoundtableRows(viewer: Viewer, { reviewId, roundtableId }: Asked): Promise<MatrixRow[]> {
  const roundtables = await db().roundtable.findMany({
    where: {
      AND: [
        { reviewId, state: { not: "planned" }, ...(roundtableId === null ? {} : { id: roundtableId }) },
        visibleRoundtables(viewer),
      ],
    },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      heldOn: true,
      _count: { select: { participants: { where: { present: true, host: false } } } },
    },
  });
  return roundtables.map(({ id, title, heldOn, _count }) => ({
    id,
    title,
    where: "",
    about: `${formatDate(heldOn)}, ${countOf(_count.participants, "person", "people")}`,
  }));
}
