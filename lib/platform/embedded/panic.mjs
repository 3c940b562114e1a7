// @ts-check
const ERROR_RESPONSE = 0x45;
/** Fields of an error: its severity, in English whatever the language, and its SQLSTATE (PostgreSQL's protocol, 55.8). */
const SEVERITY = "V";
const SQLSTATE = "C";
/** Type and length of a message. */
const HEAD = 5;

/**
 * Watches the messages of the backend, as they come, for an error after which PostgreSQL itself would restart: a log that
 * cannot be written, above all. PGlite answers nothing any more after one, and does not end either.
 * @returns {(bytes: Uint8Array) => string | null} the SQLSTATE of such an error, if these bytes complete one
 */
export function watchForPanic() {
  let held = Buffer.alloc(0);
  /** Bytes of a message that is of no interest and has not arrived whole. */
  let skip = 0;
  return (bytes) => {
    const skipped = Math.min(skip, bytes.length);
    skip -= skipped;
    held = Buffer.concat([held, bytes.subarray(skipped)]);
    /** @type {string | null} */
    let panic = null;
    while (held.length >= HEAD) {
      const length = 1 + held.readUInt32BE(1);
      const isError = held[0] === ERROR_RESPONSE;
      if (held.length < length && isError) break;
      if (isError) panic ??= panicOf(held.subarray(HEAD, length));
      skip = Math.max(0, length - held.length);
      held = held.subarray(Math.min(length, held.length));
    }
    return panic;
  };
}

/** @param {Buffer} fields each a letter and a text that ends in NUL */
function panicOf(fields) {
  const all = new Map(
    fields
      .toString("latin1")
      .split("\0")
      .map((field) => [field.slice(0, 1), field.slice(1)]),
  );
  return all.get(SEVERITY) === "PANIC" ? (all.get(SQLSTATE) ?? "") : null;
}
