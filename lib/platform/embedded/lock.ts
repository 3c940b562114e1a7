import { createHash } from "node:crypto";
import { linkSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

/**
 * Only one process at a time may open an embedded database. The holder listens on a socket in the data
 * folder. The kernel closes the socket however the process dies, so a lock is never left behind, and a
 * process id that is used again is never mistaken for the holder. The same socket says who holds the lock,
 * and accepts requests (a backup while the application runs).
 */
export class DataDirLocked extends Error {
  constructor(dataDir: string, holder: string) {
    super(
      `The database in ${dataDir} is in use by ${holder}. Stop that one first, or set DATA_DIR to another folder.`,
    );
    this.name = "DataDirLocked";
  }
}

/** Answers one line of request with bytes; the connection closes after it. */
export type ControlHandler = (request: string, socket: net.Socket) => Promise<void>;

export type Lock = { release(): Promise<void> };

const WHO = "who";

/**
 * The socket's path. Unix allows about 100 bytes, so for a long path the socket is in the temporary folder.
 */
function socketPath(dataDir: string): string {
  const real = realpathSync(dataDir);
  const hash = createHash("sha256").update(real).digest("hex").slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\npq-review-${hash}`;
  const alongside = path.join(real, "lock.sock");
  return Buffer.byteLength(alongside) < 90 ? alongside : path.join(os.tmpdir(), `npq-${hash}.sock`);
}

/** Takes the lock of `dataDir`, creating the folder. Throws DataDirLocked, naming the holder. */
export async function takeLock(dataDir: string, handle: ControlHandler): Promise<Lock> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const target = socketPath(dataDir);
  const server = net.createServer({ allowHalfOpen: true }, (socket) => serve(socket, handle));
  server.unref();
  if (process.platform === "win32") {
    await listen(server, target).catch(async () => {
      throw new DataDirLocked(dataDir, (await askWho(target)) ?? "another process");
    });
    return { release: () => close(server) };
  }
  // Bound under its own name first: linking it to the lock's name either succeeds or says that it is taken.
  const own = `${target}.${process.pid}`;
  rmSync(own, { force: true });
  await listen(server, own);
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (tryLink(own, target))
        return { release: () => close(server).then(() => rmSync(target, { force: true })) };
      const probed = inode(target);
      const holder = await askWho(target);
      if (holder !== null) throw new DataDirLocked(dataDir, holder);
      removeStale(target, probed);
    }
    throw new DataDirLocked(dataDir, "another process that is starting");
  } catch (error) {
    await close(server);
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Sends one request to whoever holds the lock of `dataDir`; null when nobody does. */
export function askHolder(dataDir: string, request: string): Promise<Buffer | null> {
  return ask(socketPath(dataDir), request);
}

async function askWho(target: string): Promise<string | null> {
  return (await ask(target, WHO))?.toString("utf8") ?? null;
}

function ask(target: string, request: string): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = net.connect(target, () => socket.end(`${request}\n`));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", () => resolve(Buffer.concat(chunks)));
    socket.on("error", () => resolve(null));
  });
}

function serve(socket: net.Socket, handle: ControlHandler) {
  let text = "";
  socket.setEncoding("utf8");
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: string) => (text += chunk));
  socket.on("end", () => {
    const request = text.trim();
    if (request === WHO) socket.end(`process ${process.pid}, since ${STARTED}`);
    else void handle(request, socket);
  });
}

const STARTED = new Date().toISOString();

function tryLink(own: string, target: string): boolean {
  try {
    linkSync(own, target);
    return true;
  } catch {
    return false;
  }
}

function inode(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.ino ?? null;
}

/** Moves a dead socket out of the way; one that another process bound meanwhile is put back. */
function removeStale(target: string, probed: number | null) {
  const aside = `${target}.stale.${process.pid}`;
  try {
    renameSync(target, aside);
  } catch {
    return;
  }
  if (inode(aside) !== probed) tryLink(aside, target);
  rmSync(aside, { force: true });
}

function listen(server: net.Server, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(target, () => resolve());
  });
}

function close(server: net.Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
