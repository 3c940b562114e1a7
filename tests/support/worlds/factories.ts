import { randomUUID } from "node:crypto";
import type { Role, Viewer } from "@/lib/access/policy";
import { viewerOf } from "@/lib/access/viewer";
import { insertContribution } from "@/lib/capture/contribution/commands/insert-contributions";
import { db } from "@/lib/platform/db";
import type {
  Attribute,
  Confidentiality,
  PermissionLevel,
  RoundtableState,
  Stance,
} from "@/lib/platform/generated/enums";

/**
 * The starting data of tests, put straight into the database: each function makes the parents it needs and
 * returns ids. What a test is about goes through the real command instead.
 */

let counter = 0;
const next = () => ++counter;

export async function makeReview(slug = `review-${next()}`) {
  const user = await makeUser();
  const review = await db().review.create({
    data: {
      slug,
      title: `Review ${slug}`,
      startsOn: new Date("2025-01-01"),
      endsOn: new Date("2026-07-31"),
      wordings: { create: { version: 1, text: "What you say may be read and quoted.", byId: user.id } },
    },
    include: { wordings: true },
  });
  const wording = review.wordings[0];
  if (!wording) throw new Error("The review was made without its wording.");
  return { id: review.id, slug: review.slug, wordingId: wording.id };
}

export type TestReview = Awaited<ReturnType<typeof makeReview>>;

export function makeUser(name = `Person ${next()}`) {
  return db().user.create({ data: { name, email: `user-${randomUUID()}@example.org` } });
}

/** A member of the review as a viewer. */
export async function makeMember(review: { id: string }, role: Role): Promise<Viewer> {
  const user = await makeUser();
  await db().membership.create({ data: { reviewId: review.id, userId: user.id, role } });
  return asViewer(user.id);
}

/** Somebody with an account and no membership. */
export async function makeStranger(): Promise<Viewer> {
  return asViewer((await makeUser()).id);
}

/** Those who find nothing of what facilitators alone work on, two of them members of the review. */
export async function makeOutsiders(review: { id: string }): Promise<Viewer[]> {
  return [
    await makeMember(review, "reviewer"),
    await makeMember(review, "fellow"),
    await makeMember(await makeReview(), "lead"),
    await makeStranger(),
  ];
}

async function asViewer(userId: string): Promise<Viewer> {
  const viewer = await viewerOf(userId);
  if (!viewer) throw new Error("The user was not made.");
  return viewer;
}

export async function makeRoundtable(
  review: { id: string },
  over: { confidentiality?: Confidentiality; state?: RoundtableState; questions?: string[] } = {},
) {
  const by = await makeUser();
  const n = next();
  return db().roundtable.create({
    data: {
      reviewId: review.id,
      slug: `roundtable-${n}`,
      title: `Roundtable ${n}`,
      heldOn: new Date("2025-05-14"),
      place: "London",
      host: "Chartered College of Teaching",
      confidentiality: over.confidentiality ?? "role_only",
      state: over.state ?? "in_session",
      createdById: by.id,
      questions: {
        create: (over.questions ?? ["What works?"]).map((text, index) => ({ position: index + 1, text })),
      },
    },
    include: { questions: { orderBy: { position: "asc" } } },
  });
}

export type TestRoundtable = Awaited<ReturnType<typeof makeRoundtable>>;

export async function makeParticipant(
  review: TestReview,
  roundtable: { id: string },
  over: {
    permission?: PermissionLevel | null;
    host?: boolean;
    present?: boolean;
    attributes?: Partial<Record<Attribute, string>>;
    personId?: string;
    userId?: string;
    name?: string;
  } = {},
) {
  const by = await makeUser();
  const n = next();
  const person = over.personId
    ? { id: over.personId }
    : await db().person.create({
        data: {
          reviewId: review.id,
          userId: over.userId ?? null,
          identity: { create: { name: over.name ?? `Name ${n}`, organisation: `School ${n}` } },
        },
      });
  const level = over.permission === undefined ? "verbatim" : over.permission;
  return db().participant.create({
    data: {
      reviewId: review.id,
      roundtableId: roundtable.id,
      personId: person.id,
      label: `P${String(n).padStart(2, "0")}`,
      host: over.host ?? false,
      present: over.present ?? true,
      createdById: by.id,
      attributes: {
        create: Object.entries(over.attributes ?? {}).map(([attribute, value]) => ({
          attribute: attribute as Attribute,
          value,
          byId: by.id,
        })),
      },
      permissions: level
        ? { create: { level, wordingId: review.wordingId, means: "facilitator", byId: by.id } }
        : {},
    },
  });
}

export type TestParticipant = Awaited<ReturnType<typeof makeParticipant>>;

/** A contribution; cleared unless told otherwise, identified when it has a participant. */
export async function makeContribution(
  roundtable: { id: string; reviewId: string },
  over: {
    participant?: { id: string };
    text?: string;
    verbatim?: boolean;
    cleared?: boolean;
    source?: "unidentified" | "group" | "host" | "note";
    stance?: Stance;
  } = {},
) {
  const by = await makeUser();
  const text = over.text ?? `Words said, number ${next()}.`;
  const id = randomUUID();
  const place = { roundtableId: roundtable.id, recordedById: by.id };
  await insertContribution(db(), place, {
    id,
    participantId: over.participant?.id ?? null,
    source: over.source ?? (over.participant ? "identified" : "unidentified"),
    wording: over.verbatim ? "verbatim" : "gist",
    text,
    stance: over.stance ?? null,
    saidAt: new Date("2025-05-14T13:00:00Z"),
  });
  const clearance = { revision: 1, masks: [], text, byId: by.id };
  return db().contribution.update({
    where: { id },
    data: { clearances: over.cleared === false ? {} : { create: clearance } },
  });
}

export type TestContribution = Awaited<ReturnType<typeof makeContribution>>;

export function makeTheme(review: { id: string }, over: { title?: string; definition?: string } = {}) {
  const slug = `theme-${next()}`;
  return db().theme.create({
    data: {
      reviewId: review.id,
      slug,
      title: over.title ?? `Theme ${slug}`,
      definition: over.definition ?? "What belongs here.",
      colour: "1",
    },
  });
}

export type TestTheme = Awaited<ReturnType<typeof makeTheme>>;

/** An open tagging by a person. */
export async function makeTagging(
  contribution: { id: string; reviewId: string },
  theme: { id: string },
  stance: Stance,
) {
  const coder = await db().coder.create({ data: { userId: (await makeUser()).id } });
  return db().tagging.create({
    data: {
      reviewId: contribution.reviewId,
      contributionId: contribution.id,
      themeId: theme.id,
      coderId: coder.id,
      stance,
      themeRevision: 1,
    },
  });
}

export async function makeFinding(
  theme: { id: string; reviewId: string },
  evidence: { id: string }[],
  over: { text?: string; counterView?: string; stance?: Stance; contradicts?: { id: string }[] } = {},
) {
  const by = await makeUser();
  const rows = (contributions: { id: string }[], bearing: "supports" | "contradicts") =>
    contributions.map((contribution) => ({ contributionId: contribution.id, bearing, byId: by.id }));
  return db().finding.create({
    data: {
      reviewId: theme.reviewId,
      themeId: theme.id,
      text: over.text ?? "The same work is judged differently.",
      counterView: over.counterView ?? "",
      stance: over.stance ?? "improvement",
      position: next(),
      createdById: by.id,
      evidence: { create: [...rows(evidence, "supports"), ...rows(over.contradicts ?? [], "contradicts")] },
    },
  });
}
