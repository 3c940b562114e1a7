import type { Tx } from "@/lib/platform/db";
import { guidIn } from "../file/export-kind";
import type { Incoming } from "../incoming";

/** What is done with the codings and notes of a file's unknown coders. */
export const STRANGERS = ["leave", "mine", "named"] as const;
export type Strangers = (typeof STRANGERS)[number];

/** The person here who a coder of a file is, by account; `works` says whether they may set themes now. */
type KnownCoder = { userId: string; works: boolean };
export type MatchedCoder = {
  known: KnownCoder | null;
  /** The only member with the same name, for an unknown coder. */
  namesake: { userId: string; name: string } | null;
};

/**
 * Whose a coding or a note is: `was` may have set it already, `to` is the person in whose name it would be
 * added.
 */
export type Owner = { was: string | null; to: string | null };
export type Owners = { coders: readonly Owner[]; nobody: Owner };

const folded = (name: string | null) => (name ?? "").trim().toLowerCase();

/** Members who may set themes, and people who set themes or wrote memos here before they left. */
export async function matchCoders(
  client: Tx,
  reviewId: string,
  coders: Incoming["coders"],
): Promise<MatchedCoder[]> {
  const members = await client.membership.findMany({
    where: { reviewId, role: { in: ["lead", "facilitator"] } },
    select: { userId: true, user: { select: { name: true } } },
  });
  const worked = await client.user.findMany({
    where: {
      OR: [{ coders: { some: { taggings: { some: { reviewId } } } } }, { memos: { some: { reviewId } } }],
    },
    select: { id: true },
  });
  const known = new Map<string, KnownCoder>();
  const add = (userId: string, works: boolean) => {
    for (const guid of [userId, guidIn("share", "coder", userId)]) known.set(guid, { userId, works });
  };
  for (const { id } of worked) add(id, false);
  for (const { userId } of members) add(userId, true);
  return coders.map(({ guid, name }) => {
    const found = known.get(guid) ?? null;
    const same =
      found || name.trim() === "" ? [] : members.filter(({ user }) => folded(user.name) === folded(name));
    const [only, another] = same;
    const namesake = only && !another ? { userId: only.userId, name: only.user.name ?? "" } : null;
    return { known: found, namesake };
  });
}

/**
 * In whose name everything is imported under a choice. What a person who has left set here stays theirs, and
 * is not duplicated.
 */
export function ownersOf(matched: readonly MatchedCoder[], strangers: Strangers, viewerId: string): Owners {
  const mine = strangers === "mine" ? viewerId : null;
  return {
    coders: matched.map(({ known, namesake }): Owner => {
      if (known) return { was: known.userId, to: known.works ? known.userId : mine };
      return { was: null, to: strangers === "named" ? (namesake?.userId ?? null) : mine };
    }),
    nobody: { was: null, to: mine },
  };
}

export function ownerOf({ coders, nobody }: Owners, coder: number | null): Owner {
  return (coder === null ? undefined : coders[coder]) ?? nobody;
}
