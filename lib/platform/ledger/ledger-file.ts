import { constants } from "node:fs";
import { access, mkdir, open, readFile, stat, truncate } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "../digest";
import { LedgerEntry } from "./decision";

/** The copy of the ledger cannot be kept as we promise: the application does not start. */
export class LedgerUnusable extends Error {
  override name = "LedgerUnusable";
}

/** The file cannot be trusted beyond that line: nothing is read from it, and nothing appended to it. */
class LedgerDamaged extends LedgerUnusable {
  constructor(file: string, line: number, what: string) {
    super(
      `Line ${line} of ${file} ${what}. This file holds people's decisions, which a restore must apply again. Put back a good copy of it. If there is none and the database is intact, move the file to another place and start the application: it writes the file again from the database.`,
    );
  }
}

export type LedgerContents = {
  entries: LedgerEntry[];
  /** The last line was being written when the computer stopped, and is left out. */
  cut: boolean;
};

type Known = { size: number; end: number; hash: string; ids: Set<string> };

const BEGINNING = hex(sha256("npq-review ledger of decisions"));

/**
 * The copy of the ledger outside the database: `decisions.log` in its folder. A line is the SHA-256 of the line
 * before and of this one, a space, and the entry as JSON, so that a changed, missing or inserted line shows. Whoever
 * appends holds the ledger's lock (ledger-copy.ts), because several processes may share the folder.
 */
export class LedgerFile {
  readonly file: string;
  #known: Known | null = null;

  constructor(readonly folder: string) {
    this.file = path.join(folder, "decisions.log");
  }

  /** Makes the folder, and throws LedgerUnusable where it cannot be written. */
  async prepare(): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await access(this.folder, constants.W_OK);
    } catch (cause) {
      throw new LedgerUnusable(
        `We keep a copy of people's decisions in ${this.folder}, and that folder cannot be written. Give the application the right to write there, or set DATA_DIR to a folder that is kept.`,
        { cause },
      );
    }
  }

  /** Every entry, in the file's order; none where there is no file. Throws LedgerDamaged. */
  async read(): Promise<LedgerContents> {
    const bytes = await readFile(this.file).catch((error: unknown) => {
      if (isMissing(error)) return Buffer.alloc(0);
      throw error;
    });
    const end = bytes.lastIndexOf("\n") + 1;
    const lines = end === 0 ? [] : bytes.toString("utf8", 0, end - 1).split("\n");
    const entries: LedgerEntry[] = [];
    let hash = BEGINNING;
    for (const [index, line] of lines.entries()) {
      const found = parseLine(line, hash);
      if ("wrong" in found) throw new LedgerDamaged(this.file, index + 1, found.wrong);
      entries.push(found.entry);
      hash = found.hash;
    }
    this.#known = { size: bytes.length, end, hash, ids: new Set(entries.map(({ id }) => id)) };
    return { entries, cut: end < bytes.length };
  }

  /** Those of the ids that the file does not hold. */
  async missing(ids: readonly string[]): Promise<string[]> {
    const known = await this.#current();
    return ids.filter((id) => !known.ids.has(id));
  }

  /** Appends the entries that the file does not hold, on disk when this returns. A cut line goes first. */
  async append(entries: readonly LedgerEntry[]): Promise<void> {
    const known = await this.#current();
    const fresh = entries.filter(({ id }) => !known.ids.has(id));
    if (fresh.length === 0) return;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    if (known.end < known.size) await truncate(this.file, known.end);
    let { hash } = known;
    let text = "";
    for (const entry of fresh) {
      const json = JSON.stringify(entry);
      hash = hashOf(hash, json);
      text += `${hash} ${json}\n`;
    }
    // Until it is on disk nothing is known of the file, whatever part of the text a failure leaves there.
    this.#known = null;
    await appendDurably(this.file, text);
    // The file is new in its folder, so that its name has to reach the disk too.
    if (known.size === 0) await syncFolders(this.folder);
    const size = known.end + Buffer.byteLength(text);
    this.#known = { size, end: size, hash, ids: new Set([...known.ids, ...fresh.map(({ id }) => id)]) };
  }

  /** What is known of the file, read again where another process appended to it. */
  async #current(): Promise<Known> {
    const size = await stat(this.file).then((found) => found.size, whereMissing(0));
    if (this.#known?.size !== size) await this.read();
    return this.#known ?? { size: 0, end: 0, hash: BEGINNING, ids: new Set() };
  }
}

function parseLine(line: string, before: string): { entry: LedgerEntry; hash: string } | { wrong: string } {
  const hash = line.slice(0, 64);
  const json = line.slice(65);
  if (line[64] !== " " || hash !== hashOf(before, json)) return { wrong: "is damaged" };
  // What it says was written by us, since its hash is right.
  const parsed = LedgerEntry.safeParse(JSON.parse(json));
  return parsed.success ? { entry: parsed.data, hash } : { wrong: "was written by a newer version" };
}

function hashOf(before: string, json: string): string {
  return hex(sha256(before, json));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

async function appendDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, "a", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Some systems cannot open a folder; there its entries are written with the file. */
async function syncFolders(folder: string): Promise<void> {
  for (const one of [folder, path.dirname(folder)]) {
    const handle = await open(one, "r").catch(() => null);
    await handle?.sync().catch(() => {});
    await handle?.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function whereMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (isMissing(error)) return value;
    throw error;
  };
}
