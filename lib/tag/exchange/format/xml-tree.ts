import { SaxesParser } from "saxes";
import { refusedFile } from "@/lib/capture/import/reading/limits";
import { requirePlainXml } from "@/lib/capture/import/reading/plain-xml";

/**
 * Names are without their prefix; attributes have none. Text is kept where an element contains nothing else.
 */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
};

const STEP = 64 * 1024;
/** The deepest nesting of codes, far beyond what people use. */
const MAX_DEPTH = 200;
/**
 * The most elements: a hundred thousand contributions, each coded with a stance, take five each, and all are
 * in memory at once.
 */
const MAX_ELEMENTS = 600_000;

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * The elements of an XML file whose root is `root`. `what` begins the message about a file that cannot be
 * read. A file with a document type declaration is refused without being parsed: it can declare entities that
 * expand without end or read other files.
 */
export function readXml(bytes: Uint8Array, root: string, what: string): XmlElement {
  refuseHidden(bytes, what);
  const top: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const inside = () => open.at(-1) ?? top;
  let elements = 0;
  let fault: string | null = null;
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", () => (fault ??= `it is not valid XML at line ${parser.line}.`));
  parser.on("doctype", () => (fault ??= "it declares a document type, which is not allowed."));
  parser.on("opentag", ({ name, attributes }) => {
    if (++elements > MAX_ELEMENTS)
      fault ??= "it has more than 600,000 entries, which is more than we can read at once.";
    if (open.length > MAX_DEPTH) fault ??= `it has more than ${MAX_DEPTH} levels.`;
    const found = { name: local(name), attributes, children: [], text: "" };
    inside().children.push(found);
    open.push(found);
  });
  const addText = (text: string) => void (inside().text += text);
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed && closed.children.length > 0) closed.text = "";
  });
  for (const piece of decoded(bytes, what)) {
    if (fault === null) parser.write(piece);
  }
  if (fault === null) parser.close();
  if (fault !== null) throw refusedFile(`${what}: ${String(fault)}`);
  const found = top.children[0];
  if (found?.name !== root) throw refusedFile(`${what}: it does not begin with “${root}”.`);
  return found;
}

function refuseHidden(bytes: Uint8Array, what: string): void {
  try {
    requirePlainXml(bytes);
  } catch {
    throw refusedFile(`${what}: it declares a document type or is not in UTF-8, so we did not open it.`);
  }
}

function* decoded(bytes: Uint8Array, what: string): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      yield decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw refusedFile(`${what}: its text is not in UTF-8.`);
    throw error;
  }
}
