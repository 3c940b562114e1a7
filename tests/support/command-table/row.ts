import type { Viewer } from "@/lib/access/policy";
import type { Command } from "@/lib/platform/command";
import { transaction } from "@/lib/platform/db";
import type { CommandWorld } from "../worlds/command-world";

type Outcome = "ok" | "forbidden" | "not-found" | "invalid" | "stale";
type Role = "lead" | "facilitator" | "reviewer" | "fellow";
export type Row = {
  roles: Record<Role, Outcome>;
  attempt: (viewer: Viewer, world: CommandWorld) => Promise<unknown>;
  /** The same and committed; absent where the attempt is not rolled back. */
  commit?: (viewer: Viewer, world: CommandWorld) => Promise<unknown>;
};

class RollBack extends Error {}

/** What each attempt put into the ledger before it was rolled back. */
export type Attempted = { decided: string[] };
const IN_THIS_TRANSACTION = `SELECT DISTINCT decision->>'kind' AS kind FROM ledger.decision
  WHERE xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296`;

/** Runs the command in a transaction that is rolled back, so that the next role finds the world as it was. */
async function tried<Input>(
  command: Command<Viewer, Input, unknown>,
  viewer: Viewer,
  input: Input,
): Promise<Attempted> {
  let decided: { kind: string }[] = [];
  await transaction(async (tx) => {
    await command.within(tx, viewer, input);
    decided = await tx.$queryRawUnsafe(IN_THIS_TRANSACTION);
    throw new RollBack();
  }).catch((error: unknown) => {
    if (!(error instanceof RollBack)) throw error;
  });
  return { decided: decided.map(({ kind }) => kind) };
}

/** A form sends more than its command asks for, such as where to go afterwards. No command may store it, or fail because of it. */
function asSent<Input>(input: Input): Input {
  const isForm = typeof input === "object" && input !== null && !Array.isArray(input);
  return isForm ? { ...input, reviewSlug: "where-to-go", then: "next" } : input;
}

/** In two steps, so that the command decides what its input must be. */
export function row<Input>(roles: Row["roles"], command: Command<Viewer, Input, unknown>) {
  return (input: (world: CommandWorld) => Input): Row => ({
    roles,
    attempt: (viewer, world) => tried(command, viewer, asSent(input(world))),
    commit: (viewer, world) => command(viewer, asSent(input(world))),
  });
}

/** A write that computes outside of its transaction, and so cannot be rolled back with the world. */
export function rowOutside<Input>(
  roles: Row["roles"],
  write: (viewer: Viewer, input: Input) => Promise<unknown>,
) {
  return (input: (world: CommandWorld) => Input): Row => ({
    roles,
    attempt: (viewer, world) => write(viewer, asSent(input(world))),
  });
}

// For a thing that only facilitators see the answer is "not found"; for one that everybody sees, "forbidden".
export const HIDDEN = { reviewer: "not-found", fellow: "not-found" } as const;
export const SEEN = { reviewer: "forbidden", fellow: "forbidden" } as const;
export const facilitators = (others: typeof HIDDEN | typeof SEEN) =>
  ({ lead: "ok", facilitator: "ok", ...others }) as const;
export const lead = (others: typeof HIDDEN | typeof SEEN) =>
  ({ lead: "ok", facilitator: "forbidden", ...others }) as const;
/** A draft that is out for comment: DfE reviewers do not see it, Fellows do. */
export const ON_DRAFT = {
  lead: "ok",
  facilitator: "ok",
  reviewer: "not-found",
  fellow: "forbidden",
} as const;
