import { refusedFile } from "./limits";

/**
 * Office programs write no document type declaration. One can declare entities that expand to gigabytes or
 * read other files, so a part that has one is refused without being parsed. So is UTF-16, which could hide
 * one; office programs do not write it either.
 */
export function requirePlainXml(xml: Uint8Array): void {
  const start = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
  const hidden = (start[0] === 0xfe && start[1] === 0xff) || (start[0] === 0xff && start[1] === 0xfe);
  if (hidden || start.subarray(0, 4).includes(0) || start.includes("<!DOCTYPE") || start.includes("<!ENTITY"))
    throw refusedFile(
      "This file contains instructions that office programs do not write, so we did not open it. Save the words as CSV or as plain text instead.",
    );
}
