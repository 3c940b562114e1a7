import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Encrypter, generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gzipSync } from "node:zlib";
import { openBackup, protect, protectionOf, type BackupKeys, type Protection } from "./backup-encryption";

const PASSPHRASE = "four plain words here";
const CONTENT = gzipSync("what people said");
let folder: string;
let identity: string;
let recipient: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "npq-review-encryption-"));
  identity = await generateIdentity();
  recipient = await identityToRecipient(identity);
});
afterAll(() => rm(folder, { recursive: true }));

async function written(protection: Protection): Promise<string> {
  const file = path.join(folder, "file");
  await pipeline(Readable.from([CONTENT]), protect(protection), createWriteStream(file));
  return file;
}

async function opened(file: string, keys: BackupKeys = {}): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await openBackup(file, keys)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("a backup's file", () => {
  test("encrypted for a public key is opened by its secret key alone", async () => {
    const file = await written({ recipient });
    expect((await readFile(file)).includes(CONTENT)).toBe(false);
    expect(await opened(file, { identity })).toEqual(CONTENT);
    await expect(opened(file)).rejects.toThrow("Set BACKUP_IDENTITY");
    await expect(opened(file, { passphrase: PASSPHRASE })).rejects.toThrow("Set BACKUP_IDENTITY");
    await expect(opened(file, { identity: await generateIdentity() })).rejects.toThrow(
      "BACKUP_IDENTITY is not the secret key of this backup. Nothing was changed.",
    );
  });

  test("encrypted with a passphrase is opened by it alone", async () => {
    // As `protect` writes it, but for how long a guess takes.
    const encrypter = new Encrypter();
    encrypter.setPassphrase(PASSPHRASE);
    encrypter.setScryptWorkFactor(10);
    const file = path.join(folder, "quick");
    await writeFile(file, await encrypter.encrypt(CONTENT));
    expect(await opened(file, { passphrase: PASSPHRASE, identity })).toEqual(CONTENT);
    await expect(opened(file, { identity })).rejects.toThrow("Set BACKUP_PASSPHRASE");
    await expect(opened(file, { passphrase: "four other words" })).rejects.toThrow(
      "BACKUP_PASSPHRASE is not the passphrase of this backup. Nothing was changed.",
    );
  });

  test("encrypted with a passphrase makes each guess as slow as age does", async () => {
    const header = (await readFile(await written({ passphrase: PASSPHRASE }))).toString("latin1");
    expect(header).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);
  });

  test("that is plain is recognised by its content, whatever keys are set", async () => {
    expect(await opened(await written("plain"), { passphrase: PASSPHRASE, identity })).toEqual(CONTENT);
    const other = path.join(folder, "other");
    await writeFile(other, "words");
    await expect(opened(other)).rejects.toThrow("not a backup");
  });

  test("that was changed or cut does not open", async () => {
    const file = await written({ recipient });
    const bytes = await readFile(file);
    const changed = Buffer.from(bytes);
    changed[bytes.length - 20] = (changed[bytes.length - 20] ?? 0) ^ 1;
    for (const bad of [changed, bytes.subarray(0, -1), bytes.subarray(0, 60)]) {
      await writeFile(file, bad);
      await expect(opened(file, { identity })).rejects.toThrow();
    }
  });

  test("is written a piece at a time: what is read of an endless backup takes no more memory", async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 65_536;
        yield await Promise.resolve(new Uint8Array(65_536));
      }
    }
    let read = 0;
    for await (const piece of protect({ recipient })(endless())) {
      read += piece.length;
      if (read > 4_000_000) break;
    }
    expect(given - read).toBeLessThan(1_000_000);
  });
});

describe("how a backup is to be protected", () => {
  test("is said by one key in the environment, or by --plain", () => {
    expect(protectionOf({ BACKUP_RECIPIENT: recipient }, { plain: false })).toEqual({ recipient });
    expect(protectionOf({ BACKUP_PASSPHRASE: PASSPHRASE }, { plain: false })).toEqual({
      passphrase: PASSPHRASE,
    });
    expect(protectionOf({}, { plain: true })).toBe("plain");
  });

  test("is asked for where nothing or too much is said", () => {
    expect(() => protectionOf({}, { plain: false })).toThrow(
      /BACKUP_RECIPIENT .*BACKUP_PASSPHRASE .*--plain/,
    );
    const both = { BACKUP_RECIPIENT: recipient, BACKUP_PASSPHRASE: PASSPHRASE };
    expect(() => protectionOf(both, { plain: false })).toThrow("not both");
  });

  test("refuses what is not a public key in words", async () => {
    await expect(written({ recipient: "age1nonsense" })).rejects.toThrow(
      "BACKUP_RECIPIENT is not a public key",
    );
  });
});
