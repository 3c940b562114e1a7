import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { Refusal } from "@/lib/platform/errors";
import { COMMAND_TABLE } from "@/tests/support/command-table";
import type { Attempted } from "@/tests/support/command-table/row";
import { DECIDES, DECIDES_NOTHING } from "@/tests/support/decision-table";
import { makeCommandWorld, type CommandWorld } from "@/tests/support/worlds/command-world";
import { openTestDatabase } from "@/tests/support/database";
import { makeMember, makeReview, makeStranger } from "@/tests/support/worlds/factories";

openTestDatabase();

let world: CommandWorld;
let outsiders: Record<string, Viewer>;
beforeAll(async () => {
  world = await makeCommandWorld();
  outsiders = {
    "lead of another review": await makeMember(await makeReview(), "lead"),
    stranger: await makeStranger(),
  };
});

/** Kinds of decision that a command put into the ledger and its table does not name. */
const undeclared: string[] = [];

async function outcome(attempt: Promise<unknown>, name = ""): Promise<string> {
  try {
    const done = await attempt;
    for (const kind of (done as Partial<Attempted> | undefined)?.decided ?? [])
      if (!DECIDES[name]?.some((one) => one === kind)) undeclared.push(`${name}: ${kind}`);
    return "ok";
  } catch (error) {
    if (error instanceof Refusal) return error.kind;
    throw error;
  }
}

/** The names of every command: what `command(...)` made, and functions of a viewer in a commands' module. */
function exportedCommands(): string[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (file) => /(^|\/)(commands\/[^/]+|[a-z-]*commands)\.ts$/.test(file) && !file.endsWith(".test.ts"),
  );
  return files.flatMap((file) => {
    const source = readFileSync(path.join("lib", file), "utf8");
    const made = [...source.matchAll(/export const (\w+) = command\(/g)];
    const functions = [...source.matchAll(/export async function (\w+)\(\s*viewer: Viewer/g)];
    return [...made, ...functions].flatMap(([, name]) => name ?? []);
  });
}

test("every command is in the table, and nothing else is", () => {
  expect(Object.keys(COMMAND_TABLE).sort()).toEqual(exportedCommands().sort());
});

test("every command says what it decides about personal data, or why it decides nothing", () => {
  const named = [...Object.keys(DECIDES), ...Object.values(DECIDES_NOTHING).flat()];
  expect(named.sort()).toEqual(Object.keys(COMMAND_TABLE).sort());
});

afterAll(() => expect(undeclared).toEqual([]));

describe.each(Object.entries(COMMAND_TABLE))("%s", (name, { roles, attempt }) => {
  test.each(Object.entries(roles))("by a %s: %s", async (role, expected) => {
    const viewer = Object.entries(world.members).find(([name]) => name === role)?.[1];
    if (!viewer) throw new Error(`There is no ${role}.`);
    expect(await outcome(attempt(viewer, world), name)).toBe(expected);
  });

  test.each(["lead of another review", "stranger"])("by a %s: not found", async (name) => {
    const viewer = outsiders[name];
    if (!viewer) throw new Error(`There is no ${name}.`);
    expect(await outcome(attempt(viewer, world))).toBe("not-found");
  });
});
