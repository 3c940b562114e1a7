import { SaxesParser } from "saxes";
import { refusedFile } from "../limits";
import { DAMAGED } from "../open-zip";
import { requirePlainXml } from "../plain-xml";

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
 * Refuses a declaration of a document type, what is no XML, and what is no UTF-8, which would be stored wrong for good.
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
  parser.on("cdata", (piece) => text(piece, inside));
  parser.on("closetag", () => close(inside.pop() ?? "", inside));
  for (const piece of decoded(xml)) {
    parser.write(piece);
    if (fault) throw refusedFile(DAMAGED);
  }
  parser.close();
  if (fault) throw refusedFile(DAMAGED);
}

function* decoded(xml: Uint8Array): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < xml.length; at += STEP)
      yield decoder.decode(xml.subarray(at, at + STEP), { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? refusedFile(DAMAGED) : error;
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** A loop, because a document has millions of attributes. */
function localNames(attributes: Record<string, string>): Record<string, string> {
  const named: Record<string, string> = {};
  for (const name of Object.keys(attributes)) named[local(name)] = attributes[name] ?? "";
  return named;
}
