import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** Readers of what we write, each built on an XML parser that throws on what is not well formed. */

type Seen = { open?: (name: string, inside: readonly string[]) => string; close?: (name: string) => string };

/** The text of the elements that `counts`, with what elements themselves stand for. */
export function xmlWords(
  xml: string,
  counts: (name: string) => boolean = () => true,
  seen: Seen = {},
): string {
  const inside: string[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => {
    text += seen.open?.(name, inside) ?? " ";
    inside.push(name);
  });
  parser.on("text", (piece) => {
    if (counts(inside.at(-1) ?? "")) text += piece;
  });
  parser.on("closetag", ({ name }) => {
    inside.pop();
    text += seen.close?.(name) ?? " ";
  });
  parser.write(xml.replace("<!doctype html>", "")).close();
  return text;
}

/** The parts of an Office file by their names, all of which are well-formed XML. */
export function officeParts(file: Uint8Array): Map<string, string> {
  const parts = new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  for (const xml of parts.values()) xmlWords(xml);
  return parts;
}

/** A part of a Word file as a reader sees it: a break and a tab are elements, and so is a paragraph. */
export function wordPartText(xml: string): string {
  return xmlWords(xml, (name) => name === "w:t" || name === "w:delText", {
    open: (name, inside) => (inside.at(-1) === "w:r" && (name === "w:br" || name === "w:tab") ? "\n" : ""),
    close: (name) => (name === "w:p" ? "\n" : ""),
  });
}
