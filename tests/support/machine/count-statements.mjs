// @ts-check
/**
 * Loaded before the application (`--import`) where a test or a benchmark counts the statements that pages send to the
 * embedded database: `GET /statements` on the application's own address then answers how many there were so far. What
 * jobs and the heartbeat send on their own is not counted.
 */
import http from "node:http";
import { isMainThread, Worker } from "node:worker_threads";

const ADDRESS = "/statements";
const OF_THE_PROCESS = /\b(job|heartbeat)\b/;

let statements = 0;
/** Statements by the name under which they were prepared, and the one that is executed next. */
const prepared = new Map();
let bound = "";

/**
 * Messages of the PostgreSQL protocol: a letter, its length without the letter, and what it says.
 * @param {Buffer} bytes
 */
function count(bytes) {
  for (let at = 0; at + 5 <= bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    const type = String.fromCharCode(bytes.readUInt8(at));
    const [first = "", second = ""] = bytes
      .subarray(at + 5, at + 1 + bytes.readInt32BE(at + 1))
      .toString("latin1")
      .split("\0", 2);
    if (type === "P") prepared.set(first, second);
    if (type === "B") bound = prepared.get(second) ?? "";
    if (type === "E" || type === "Q") statements += OF_THE_PROCESS.test(type === "Q" ? first : bound) ? 0 : 1;
  }
}

/**
 * What a message to the database's thread says to PostgreSQL.
 * @param {unknown} message
 */
function bytesOf(message) {
  if (message === null || typeof message !== "object" || !("bytes" in message)) return null;
  const { bytes } = message;
  // The first message of a session has no letter: its length comes first.
  if (!(bytes instanceof Uint8Array) || bytes[0] === 0) return null;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

if (isMainThread) {
  const worker = Worker.prototype;
  const post = Reflect.get(worker, "postMessage");
  /** @this {Worker} @param {Parameters<Worker["postMessage"]>} message */
  worker.postMessage = function postCounted(...message) {
    const bytes = bytesOf(message[0]);
    if (bytes) count(bytes);
    Reflect.apply(post, this, message);
  };
  const server = http.Server.prototype;
  const emit = Reflect.get(server, "emit");
  /** @this {http.Server} @param {[string, ...unknown[]]} emitted */
  server.emit = function emitOrAnswer(...emitted) {
    const [event, request, response] = emitted;
    if (
      event === "request" &&
      request instanceof http.IncomingMessage &&
      response instanceof http.ServerResponse &&
      request.url === ADDRESS
    ) {
      response.setHeader("content-type", "application/json").end(JSON.stringify(statements));
      return true;
    }
    return Reflect.apply(emit, this, emitted);
  };
}
