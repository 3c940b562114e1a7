import { SaxesParser } from "saxes";
import { refusedFile } from "@/lib/capture/import/reading/limits";
import { DAMAGED } from "@/lib/capture/import/reading/open-zip";
import { requirePlainXml } from "@/lib/capture/import/reading/plain-xml";

const STEP = 64 * 1024;
/** Far deeper than the elements of a document are nested. */
const MAX_DEPTH = 1_000;

export type Opened = { tag: string; attributes: Record<string, string> };
export type Handlers = {
  open: (element: Opened, inside: readonly string[]) => void;
  text: (text: string, inside: readonly string[]) => void;
  /** `inside`: the elements around the one that ends. */
  close: (tag: string, inside: readonly string[]) => void;
};

/**
 * Reads a part of an Office file in pieces; names come without their prefixes, since those of one kind of part never clash.
 * Refuses a declaration of a document type, and what is no XML.
 */
export function parsePart(xml: Uint8Array, { open, text, close }: Handlers): void {
  requirePlainXml(xml);
  const parser = new SaxesParser({ xmlns: false });
  const inside: string[] = [];
  let fault = false;
  parser.on("error", () => (fault = true));
  parser.on("doctype", () => (fault = true));
  parser.on("opentag", ({ name, attributes }) => {
    const tag = local(name);
    open({ tag, attributes: localNames(attributes) }, inside);
    inside.push(tag);
    if (inside.length > MAX_DEPTH) fault = true;
  });
  parser.on("text", (piece) => text(piece, inside));
  parser.on("closetag", () => close(inside.pop() ?? "", inside));
  const decoder = new TextDecoder();
  for (let at = 0; at < xml.length && !fault; at += STEP)
    parser.write(decoder.decode(xml.subarray(at, at + STEP), { stream: true }));
  if (!fault) parser.close();
  if (fault) throw refusedFile(DAMAGED);
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function localNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}
