// @ts-check
/** @typedef {{ node: { mode: number } }} Stream */
/** @typedef {{ size?: number }} Attributes */

/**
 * What Emscripten's file system on a folder does with an open file, and with a file by its name.
 * @template {Stream} S @template {object} N
 * @typedef {object} Operations
 * @property {{
 *   llseek: (stream: S, offset: number, whence: number) => number,
 *   write: (stream: S, buffer: Uint8Array, offset: number, length: number, position: number) => number,
 *   setattr: (stream: S, attributes: Attributes) => void,
 * }} stream_ops
 * @property {{ setattr: (node: N, attributes: Attributes) => void }} node_ops
 */

const SEEK_END = 2;
const KIND = 0o170000;
const REGULAR = 0o100000;

/**
 * Remembers how long each file is. PostgreSQL asks at every scan of a table and of every index that it plans with, by
 * seeking the end, and Emscripten answers with a stat, which takes longer than many a scan: storing a thousand
 * contributions asked five thousand times. Only this thread writes the files while the database is open, and always
 * through here, so the length is known from the last write on. Whatever else may change it makes it unknown.
 * @template {Stream} S @template {object} N
 * @param {Operations<S, N>} operations
 */
export function rememberSizes({ stream_ops, node_ops }) {
  /** @type {WeakMap<object, number>} By file, because several streams may be open on one. */
  const sizes = new WeakMap();
  const { llseek, write, setattr } = stream_ops;
  const setByName = node_ops.setattr;
  stream_ops.llseek = (stream, offset, whence) => {
    const { node } = stream;
    if (whence !== SEEK_END || (node.mode & KIND) !== REGULAR) return llseek(stream, offset, whence);
    const size = sizes.get(node) ?? llseek(stream, 0, SEEK_END);
    sizes.set(node, size);
    // Before the start of the file is an error, in Emscripten's words.
    return size + offset < 0 ? llseek(stream, offset, whence) : size + offset;
  };
  stream_ops.write = (stream, buffer, offset, length, position) => {
    const { node } = stream;
    const size = sizes.get(node);
    // Unknown while it is written: where the disk is full, some of it may have been.
    sizes.delete(node);
    const written = write(stream, buffer, offset, length, position);
    // Nothing, beyond the end, makes no file longer.
    const end = written > 0 ? position + written : 0;
    if (size !== undefined) sizes.set(node, Math.max(size, end));
    return written;
  };
  stream_ops.setattr = (stream, attributes) => {
    sizes.delete(stream.node);
    setattr(stream, attributes);
  };
  node_ops.setattr = (node, attributes) => {
    sizes.delete(node);
    setByName(node, attributes);
  };
}
