// @ts-check
const ERROR_RESPONSE = 0x45;
/** The severity of an error, in English whatever the language (PostgreSQL's protocol, 55.8). */
const SEVERITY = 0x56;
/** Type and length of a message. */
const HEAD = 5;

/**
 * Watches the messages of the backend, as they come, for an error after which PostgreSQL itself would restart: a log that
 * cannot be written, above all. PGlite answers nothing any more after one, and does not end either.
 * @returns {(bytes: Uint8Array) => boolean} whether these bytes complete such an error
 */
export function watchForPanic() {
  let held = Buffer.alloc(0);
  /** Bytes of a message that is of no interest and has not arrived whole. */
  let skip = 0;
  return (bytes) => {
    const skipped = Math.min(skip, bytes.length);
    skip -= skipped;
    held = Buffer.concat([held, bytes.subarray(skipped)]);
    let panic = false;
    while (held.length >= HEAD) {
      const length = 1 + held.readUInt32BE(1);
      const isError = held[0] === ERROR_RESPONSE;
      if (held.length < length && isError) break;
      if (isError) panic ||= severityOf(held.subarray(HEAD, length)) === "PANIC";
      skip = Math.max(0, length - held.length);
      held = held.subarray(Math.min(length, held.length));
    }
    return panic;
  };
}

/** @param {Buffer} fields each a letter and a text that ends in NUL */
function severityOf(fields) {
  const all = fields.toString("latin1").split("\0");
  return all.find((field) => field.charCodeAt(0) === SEVERITY)?.slice(1);
}
