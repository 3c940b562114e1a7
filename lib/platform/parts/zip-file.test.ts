import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { zipFile } from "./zip-file";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test("an archive holds its files as they were, by their names, in their order", async () => {
  const files = [
    { name: "project.qde", bytes: bytesOf("<a/>".repeat(20_000)) },
    { name: "sources/élan.txt", bytes: bytesOf("“What we had to leave”") },
    { name: "empty.txt", bytes: new Uint8Array() },
  ];
  const archive = await zipFile(files);
  const read = unzipSync(archive);
  expect(Object.keys(read)).toEqual(files.map(({ name }) => name));
  for (const { name, bytes } of files) expect(read[name], name).toEqual(bytes);
  expect(archive.length).toBeLessThan(1_000);
});

test("sizes and checksum stand before each file, and no time does", async () => {
  const archive = Buffer.from(await zipFile([{ name: "a", bytes: bytesOf("123456789") }]));
  // The check value of CRC-32 is that of "123456789".
  expect(archive.readUInt32LE(14)).toBe(0xcbf43926);
  expect(archive.readUInt32LE(22)).toBe(9);
  expect([archive.readUInt16LE(10), archive.readUInt16LE(12)]).toEqual([0, 33]);
});
