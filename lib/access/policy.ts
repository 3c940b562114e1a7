import { notFound, Refusal, type Refused } from "@/lib/platform/errors";

export const ROLES = ["lead", "facilitator", "reviewer", "fellow"] as const;
export type Role = (typeof ROLES)[number];

/** The viewer's role in each review. */
export type Membership = { reviewId: string; reviewSlug: string; role: Role };
export type Viewer = { userId: string; name: string; memberships: readonly Membership[] };

const FACILITATORS = ["lead", "facilitator"] as const;
const LEAD = ["lead"] as const;
const EVERYONE = ROLES;

/**
 * What each role may do: the action, in words that complete "Your role does not let you …", and the roles.
 */
export const ACTIONS = {
  "review.read": { words: "open this review", roles: EVERYONE },
  "review.work": { words: "see what facilitators work on", roles: FACILITATORS },
  "member.list": { words: "see the members", roles: FACILITATORS },
  "member.change": { words: "change the members", roles: LEAD },
  "audit.read": { words: "read the audit log", roles: LEAD },
  "roundtable.plan": { words: "plan a roundtable", roles: FACILITATORS },
  "roundtable.close": { words: "close a roundtable", roles: LEAD },
  "participant.register": { words: "register participants", roles: FACILITATORS },
  "identity.read": { words: "see names", roles: FACILITATORS },
  "person.erase": { words: "erase a person's words", roles: LEAD },
  "contribution.record": { words: "record contributions", roles: FACILITATORS },
  "person.match": { words: "say that two people are one", roles: FACILITATORS },
  "person.leave": { words: "record that somebody leaves", roles: FACILITATORS },
  "hold.set": { words: "set or end a hold", roles: LEAD },
  "retention.set": { words: "set how long personal data is kept", roles: LEAD },
  "wording.change": { words: "change the wording of the permission", roles: LEAD },
  "schools.load": { words: "load the register of schools", roles: LEAD },
  "contribution.amend": { words: "amend a closed record", roles: FACILITATORS },
  "late.decide": { words: "decide on late contributions", roles: LEAD },
  "contribution.clear": { words: "clear contributions", roles: FACILITATORS },
  "contribution.import": { words: "import contributions", roles: FACILITATORS },
  "tagging.set": { words: "set themes", roles: FACILITATORS },
  "round.plan": { words: "plan coding rounds", roles: LEAD },
  "round.adjudicate": { words: "decide where coders differ", roles: FACILITATORS },
  "coding.exchange": { words: "exchange coded contributions with other software", roles: FACILITATORS },
  "codebook.read": { words: "read the themes", roles: EVERYONE },
  "theme.exemplify": { words: "choose examples for the themes", roles: FACILITATORS },
  "codebook.change": { words: "change the themes", roles: LEAD },
  "finding.write": { words: "write findings", roles: FACILITATORS },
  "figures.live": { words: "see figures that are not released", roles: FACILITATORS },
  "figures.released": { words: "see released figures", roles: ["lead", "facilitator", "reviewer"] },
  "figures.release": { words: "release figures", roles: LEAD },
  "report.write": { words: "write reports", roles: FACILITATORS },
  "report.style": { words: "set the house style of reports", roles: LEAD },
  "report.open": { words: "open a report for comments", roles: LEAD },
  "report.publish": { words: "publish reports", roles: LEAD },
  "report.withdraw": { words: "withdraw a published version", roles: LEAD },
  "comment.write": { words: "comment on this draft", roles: EVERYONE },
  "comment.resolve": { words: "resolve comments", roles: FACILITATORS },
} as const satisfies Record<string, { words: string; roles: readonly Role[] }>;

export type Action = keyof typeof ACTIONS;
export type Subject = { reviewId: string };

export function roleIn(viewer: Viewer, reviewId: string): Role | null {
  return viewer.memberships.find((membership) => membership.reviewId === reviewId)?.role ?? null;
}

/** Pure; buttons and commands both ask it. An unknown role, and no role, may do nothing. */
export function can(viewer: Viewer, action: Action, subject: Subject): boolean {
  const role = roleIn(viewer, subject.reviewId);
  const allowed: readonly Role[] = ACTIONS[action].roles;
  return role !== null && allowed.includes(role);
}

/** Throws a refusal that says which action the viewer's role does not include. */
export function requireCan(viewer: Viewer, action: Action, subject: Subject): void {
  if (!can(viewer, action, subject))
    throw forbidden(viewer, action, subject, `Your role does not let you ${ACTIONS[action].words}.`);
}

/** The same where the viewer is not to learn that the thing exists: it is not found. */
export function requireVisible(viewer: Viewer, action: Action, subject: Subject, what: string): void {
  if (!can(viewer, action, subject)) throw notFound(what, refusedOf(viewer, action, subject));
}

/** A refusal of an action that the audit log is to know of, in words of its own. */
export function forbidden(viewer: Viewer, action: Action, subject: Subject, message: string): Refusal {
  return new Refusal("forbidden", message, {}, refusedOf(viewer, action, subject));
}

/** Only a member's refusal belongs to the review's audit log. */
function refusedOf(viewer: Viewer, action: Action, { reviewId }: Subject): Refused | null {
  return roleIn(viewer, reviewId) === null ? null : { userId: viewer.userId, reviewId, action };
}

/** The words of a stored action, which complete "Your role does not let you …"; null for one that is unknown. */
export function wordsOfAction(action: string): string | null {
  const found = Object.entries(ACTIONS).find(([name]) => name === action);
  return found ? found[1].words : null;
}

/** The reviews in which the viewer may do `action`; the scopes in access/scope are made from them. */
export function reviewsWhere(viewer: Viewer, action: Action): string[] {
  return viewer.memberships
    .map(({ reviewId }) => reviewId)
    .filter((reviewId) => can(viewer, action, { reviewId }));
}
