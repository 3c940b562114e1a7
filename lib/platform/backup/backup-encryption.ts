import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Decrypter, Encrypter } from "age-encryption";
import type { Env } from "../env";

/** How a backup is written: encrypted as age does (age-encryption.org/v1), or plain where somebody insists. */
export type Protection = { passphrase: string } | { recipient: string } | "plain";
/** What an encrypted backup may be opened with. */
export type BackupKeys = { passphrase?: string | undefined; identity?: string | undefined };

/** How the environment says that backups are to be written. Refuses where it does not say so. */
export function protectionOf(
  env: Pick<Env, "BACKUP_PASSPHRASE" | "BACKUP_RECIPIENT">,
  { plain }: { plain: boolean },
): Protection {
  const { BACKUP_PASSPHRASE: passphrase, BACKUP_RECIPIENT: recipient } = env;
  if (plain) return "plain";
  if (passphrase && recipient)
    throw new Error(
      "Set one of BACKUP_PASSPHRASE and BACKUP_RECIPIENT, not both: a backup has one kind of key.",
    );
  if (recipient) return { recipient };
  if (passphrase) return { passphrase };
  throw new Error(
    "A backup holds names, addresses, everything that was said, and keys, so we encrypt it. Set BACKUP_RECIPIENT to a public key (npm run db:key makes one) or BACKUP_PASSPHRASE to a passphrase. To write it unencrypted all the same, add --plain.",
  );
}

export const PLAIN_WARNING =
  "Warning: this file is not encrypted. Whoever can read it can read people's names and addresses, everything they said, and the keys of contributions that wait in browsers. Keep it as safe as the database.";

const AGE = "age-encryption.org/v1\n";
const WITH_PASSPHRASE = `${AGE}-> scrypt `;
export const DAMAGED = "This backup is damaged or was cut short. Nothing was changed.";
const GZIP = "\x1f\x8b";

/** A step of a pipeline: takes the backup's bytes and gives those of its file, a piece at a time. */
export function protect(
  protection: Protection,
): (source: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
  return async function* (source) {
    if (protection === "plain") yield* source;
    else yield* piecesOf(await encrypterFor(protection).encrypt(streamOf(source)));
  };
}

/** Throws, in words, where the recipient is not one. */
export function encrypterFor(protection: Exclude<Protection, "plain">): Encrypter {
  const encrypter = new Encrypter();
  if ("passphrase" in protection) {
    encrypter.setPassphrase(protection.passphrase);
    return encrypter;
  }
  try {
    encrypter.addRecipient(protection.recipient);
  } catch (cause) {
    throw new Error("BACKUP_RECIPIENT is not a public key, as npm run db:key prints one.", { cause });
  }
  return encrypter;
}

/**
 * The backup's bytes, a piece at a time; whether the file is encrypted is read from its beginning. Throws, before
 * anything is read, where the keys do not open it. A file that was cut or changed throws while it is read.
 */
export async function openBackup(file: string, keys: BackupKeys): Promise<AsyncIterable<Uint8Array>> {
  const beginning = await readBeginning(file);
  if (beginning.startsWith(GZIP)) return createReadStream(file);
  if (!beginning.startsWith(AGE)) throw new Error("This file is not a backup of this application.");
  const decrypter = decrypterFor(beginning.startsWith(WITH_PASSPHRASE), keys);
  const source = createReadStream(file);
  try {
    return piecesOf(await decrypter.decrypter.decrypt(streamOf(source)));
  } catch (cause) {
    source.destroy();
    const wrongKey = cause instanceof Error && cause.message.startsWith("no identity matched");
    throw new Error(wrongKey ? decrypter.wrong : DAMAGED, { cause });
  }
}

function decrypterFor(byPassphrase: boolean, { passphrase, identity }: BackupKeys) {
  const decrypter = new Decrypter();
  if (byPassphrase) {
    if (!passphrase)
      throw new Error("This backup is encrypted with a passphrase. Set BACKUP_PASSPHRASE to it.");
    decrypter.addPassphrase(passphrase);
    return {
      decrypter,
      wrong: "BACKUP_PASSPHRASE is not the passphrase of this backup. Nothing was changed.",
    };
  }
  if (!identity)
    throw new Error(
      "This backup is encrypted for a public key. Set BACKUP_IDENTITY to the secret key that belongs to it.",
    );
  try {
    decrypter.addIdentity(identity);
  } catch (cause) {
    throw new Error("BACKUP_IDENTITY is not a secret key, as npm run db:key prints one.", { cause });
  }
  return { decrypter, wrong: "BACKUP_IDENTITY is not the secret key of this backup. Nothing was changed." };
}

async function readBeginning(file: string): Promise<string> {
  const handle = await open(file, "r").catch((cause: unknown) => {
    throw new Error(`We cannot open ${file}. Check its name, and that you may read it.`, { cause });
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** As a stream of the web, which reads on only as it is read from. */
function streamOf(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const piece: IteratorResult<Uint8Array, unknown> = await pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
    cancel: async () => void (await pieces.return?.()),
  });
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    // Ends the source too, where nobody reads on.
    await reader.cancel().catch(() => {});
  }
}
