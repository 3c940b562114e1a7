import { strFromU8, strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openZip } from "./open-zip";

/**
 * An archive as programs write it that do not know the lengths beforehand: each entry gives its own after its
 * contents.
 */
function streamed(
  files: readonly (readonly [name: string, contents: Uint8Array, stored: boolean])[],
): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [name, contents, stored] of files) {
    const file = stored ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(file);
    file.push(contents, true);
  }
  zip.end();
  return Uint8Array.from(Buffer.concat(parts));
}

/**
 * A document with a picture and a part that are not compressed, so that this archive's bytes appear unchanged
 * inside another.
 */
const document = (words: string) =>
  zipSync(
    {
      "word/document.xml": strToU8(words),
      "media/a.png": strToU8(`PNG ${words}`),
      "last.xml": strToU8("<a/>"),
    },
    { level: 0 },
  );
const textOf = (entries: ReadonlyMap<string, Uint8Array>, name: string) =>
  strFromU8(entries.get(name) ?? new Uint8Array());

/**
 * The same archive of one entry, with its sizes and offset in the ZIP64 extra field (APPNOTE 6.3.3, 4.5.3).
 */
function wide(bytes: Uint8Array): Uint8Array {
  const from = Buffer.from(bytes);
  const [listed, end] = ["PK\u0001\u0002", "PK\u0005\u0006"].map((mark) => from.indexOf(mark, 0, "latin1"));
  const record = Buffer.from(from.subarray(listed, end));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  // The size, the compressed size, and the offset of the entry.
  for (const [place, offset] of [24, 20, 42].entries()) {
    extra.writeBigUInt64LE(BigInt(record.readUInt32LE(offset)), 4 + 8 * place);
    record.writeUInt32LE(0xffffffff, offset);
  }
  record.writeUInt16LE(extra.length, 30);
  const tail = Buffer.from(from.subarray(end));
  tail.writeUInt32LE(record.length + extra.length, 12);
  return Uint8Array.from(Buffer.concat([from.subarray(0, listed), record, extra, tail]));
}

describe("an archive", () => {
  test("written as a stream gives its own entries, and none of the archives inside it", async () => {
    const bytes = streamed([
      ["sources/one.docx", document("One"), true],
      ["project.qde", strToU8("<Project/>"), false],
      ["sources/two.docx", document("Two"), true],
      ["sources/two.txt", strToU8("Two"), true],
    ]);
    const asked: string[] = [];
    const entries = await openZip(bytes, (name) => {
      asked.push(name);
      return !name.endsWith(".docx");
    });
    expect(asked).toEqual(["sources/one.docx", "project.qde", "sources/two.docx", "sources/two.txt"]);
    expect([...entries.keys()]).toEqual(["project.qde", "sources/two.txt"]);
    expect(textOf(entries, "project.qde")).toBe("<Project/>");
    expect(textOf(entries, "sources/two.txt")).toBe("Two");
  });

  test("with a comment, an empty file and a name in any script is read", async () => {
    const bytes = zipSync({ "é中.txt": strToU8("Words"), "empty.txt": new Uint8Array() });
    const commented = Uint8Array.from([...bytes, ...strToU8("made by hand")]);
    commented[bytes.length - 2] = 12;
    const entries = await openZip(commented, () => true);
    expect([...entries.keys()].sort()).toEqual(["empty.txt", "é中.txt"]);
    expect(textOf(entries, "é中.txt")).toBe("Words");
  });

  test("with names that lead out of a folder is read, since nothing is written to disk", async () => {
    const names = ["../above.txt", "/root.txt", "C:/drive.txt", "sources\\in.txt"];
    const bytes = zipSync(Object.fromEntries(names.map((name) => [name, strToU8(name)])));
    expect([...(await openZip(bytes, () => true)).keys()]).toEqual(names);
  });

  test("with its numbers in 64 bits is read", async () => {
    const entries = await openZip(wide(zipSync({ "a.txt": strToU8("Words") }, { level: 0 })), () => true);
    expect(textOf(entries, "a.txt")).toBe("Words");
  });

  test("is refused where its contents differ from what it says, or an entry is missing", async () => {
    const bytes = zipSync({ "a.txt": strToU8("Words that were said") }, { level: 0 });
    const changed = bytes.slice();
    changed[40] = 0x41;
    await expect(openZip(changed, () => true)).rejects.toThrow(/damaged/);
    const listed = Buffer.from(bytes).indexOf("PK\u0001\u0002", 0, "latin1");
    for (const [offset, value] of [
      [42, 200],
      [20, 255],
      [10, 99],
      [8, 1],
    ] as const) {
      const broken = bytes.slice();
      broken[listed + offset] = value;
      await expect(
        openZip(broken, () => true),
        `offset ${offset}`,
      ).rejects.toThrow(/damaged/);
    }
    await expect(openZip(bytes.slice(0, -10), () => true)).rejects.toThrow(/damaged/);
    await expect(openZip(new Uint8Array(), () => true)).rejects.toThrow(/damaged/);
  });

  test("that lists the same compressed bytes many times is stopped on the way", async () => {
    const one = zipSync({ "a0.txt": new Uint8Array(4 * 1024 * 1024) });
    const view = Buffer.from(one);
    const [listed, end] = ["PK\u0001\u0002", "PK\u0005\u0006"].map((mark) => view.indexOf(mark, 0, "latin1"));
    const record = view.subarray(listed, end);
    const records = Array.from({ length: 90 }, (_, n) => {
      const again = Buffer.from(record);
      again.write(String.fromCharCode(0x30 + n), 47, "latin1");
      return again;
    });
    const tail = Buffer.from(view.subarray(end));
    tail.writeUInt16LE(90, 10);
    const bomb = Uint8Array.from(Buffer.concat([view.subarray(0, listed), ...records, tail]));
    await expect(openZip(bomb, () => true)).rejects.toThrow(/far more data/);
  });
});
