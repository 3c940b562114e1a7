import { Duplex } from "node:stream";
import type { Embedded } from "./embedded";

/**
 * The stream that `pg` takes for its TCP connection: it greets like a server, then passes protocol bytes to
 * the embedded database and its replies back. Everything written together (parse, bind, execute, sync) goes
 * to the worker as one message.
 */
export class WireStream extends Duplex {
  readonly #embedded: Embedded;
  #greeted = false;

  constructor(embedded: Embedded) {
    super();
    this.#embedded = embedded;
    // The session is gone, also where nothing waits for an answer: pg makes another client.
    const onEnd = (error: Error) => this.destroy(error);
    embedded.once("end", onEnd);
    this.once("close", () => embedded.off("end", onEnd));
  }

  // Methods that pg calls on a socket, beyond those of a stream.
  connect() {
    process.nextTick(() => this.emit("connect"));
    return this;
  }
  setNoDelay() {
    return this;
  }
  setKeepAlive() {
    return this;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }

  override _read() {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void) {
    this.#send(chunk, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void) {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  override _final(done: (error?: Error | null) => void) {
    this.push(null);
    done();
  }

  #send(bytes: Buffer, done: (error?: Error | null) => void) {
    if (!this.#greeted) {
      // The first message is the start-up message; there is one user and no authentication.
      this.#greeted = true;
      this.#embedded
        .exec(Uint8Array.from(FORGET_PREPARED), () => {})
        .then(() => {
          this.push(GREETING);
          done();
        }, done);
      return;
    }
    // 'X' ends the connection, not the database behind it.
    if (bytes[0] === 0x58) {
      done();
      return;
    }
    const onData = (reply: Uint8Array) =>
      this.push(Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength));
    this.#embedded.exec(Uint8Array.from(bytes), onData).then(() => done(), done);
  }
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, "latin1");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function parameter(name: string, value: string): Buffer {
  return message("S", Buffer.from(`${name}\0${value}\0`));
}

/** pg replaces a client after an error, and the session stays: what it has prepared is unknown to the next client. */
const FORGET_PREPARED = message("Q", Buffer.from("DEALLOCATE ALL\0"));

/** AuthenticationOk, the parameters pg looks at, ReadyForQuery (idle): PostgreSQL's protocol, 55.2.1. */
const GREETING = Buffer.concat([
  message("R", Buffer.alloc(4)),
  parameter("client_encoding", "UTF8"),
  parameter("standard_conforming_strings", "on"),
  parameter("integer_datetimes", "on"),
  message("Z", Buffer.from("I")),
]);
