import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "../random";
import { rememberSizes } from "./file-sizes.mjs";

const [SEEK_SET, SEEK_END] = [0, 2];
const REGULAR = 0o100600;
const FOLDER = 0o040700;

type Node = { mode: number; name: string };
type Opened = { node: Node; nfd: number };

let folder: string;
let file: Node;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "npq-review-sizes-"));
  file = { mode: REGULAR, name: path.join(folder, "file") };
  fs.writeFileSync(file.name, "");
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** The operations as Emscripten has them, on real files; each stat is counted. */
function onFiles() {
  const counted = { stats: 0 };
  const operations = {
    stream_ops: {
      llseek: ({ nfd }: Opened, offset: number, whence: number) => {
        if (whence !== SEEK_END) return offset;
        counted.stats++;
        const end = fs.fstatSync(nfd).size + offset;
        if (end < 0) throw new Error("Before the start.");
        return end;
      },
      write: ({ nfd }: Opened, buffer: Uint8Array, offset: number, length: number, position: number) =>
        fs.writeSync(nfd, buffer, offset, length, position),
      setattr: ({ nfd }: Opened, { size }: { size?: number }) => {
        if (size !== undefined) fs.ftruncateSync(nfd, size);
      },
    },
    node_ops: {
      setattr: ({ name }: Node, { size }: { size?: number }) => {
        if (size !== undefined) fs.truncateSync(name, size);
      },
    },
  };
  rememberSizes(operations);
  return { ...operations, counted };
}

const open = (): Opened => ({ node: file, nfd: fs.openSync(file.name, "r+") });

test("the end of a file is where its own length says, whatever is written, cut or lengthened through two streams", () => {
  const { stream_ops, node_ops } = onFiles();
  const [first, second] = [open(), open()];
  const random = seededRandom(7);
  const upTo = (most: number) => Math.floor(random() * most);
  for (let step = 0; step < 2_000; step++) {
    const stream = random() < 0.5 ? first : second;
    const what = upTo(20);
    if (what === 0) stream_ops.setattr(stream, { size: upTo(9_000) });
    else if (what === 1) node_ops.setattr(file, { size: upTo(9_000) });
    else if (what === 2) stream_ops.setattr(stream, {});
    else if (what < 10) stream_ops.write(stream, new Uint8Array(500), 0, upTo(500), upTo(12_000));
    expect(stream_ops.llseek(stream, 0, SEEK_END)).toBe(fs.statSync(file.name).size);
  }
  for (const { nfd } of [first, second]) fs.closeSync(nfd);
});

test("is asked of the system once, and again after a write that failed", () => {
  const { stream_ops, counted } = onFiles();
  const stream = open();
  for (let i = 0; i < 10; i++) stream_ops.write(stream, new Uint8Array(100), 0, 100, i * 100);
  for (let i = 0; i < 10; i++) stream_ops.llseek(stream, 0, SEEK_END);
  expect(counted.stats).toBe(1);
  const shut = { node: file, nfd: fs.openSync(file.name, "r") };
  expect(() => stream_ops.write(shut, new Uint8Array(9), 0, 9, 50_000)).toThrow();
  stream_ops.llseek(stream, 0, SEEK_END);
  expect(counted.stats).toBe(2);
  for (const { nfd } of [stream, shut]) fs.closeSync(nfd);
});

test("leaves what is no seek to the end of a file as it was", () => {
  const { stream_ops, counted } = onFiles();
  const stream = open();
  expect(stream_ops.llseek(stream, 7, SEEK_SET)).toBe(7);
  const size = fs.statSync(file.name).size;
  expect(stream_ops.llseek(stream, -size, SEEK_END)).toBe(0);
  expect(() => stream_ops.llseek(stream, -size - 1, SEEK_END)).toThrow("Before the start.");
  const before = counted.stats;
  const inFolder = { node: { mode: FOLDER, name: folder }, nfd: stream.nfd };
  for (let i = 0; i < 2; i++) stream_ops.llseek(inFolder, 0, SEEK_END);
  expect(counted.stats).toBe(before + 2);
  fs.closeSync(stream.nfd);
});
