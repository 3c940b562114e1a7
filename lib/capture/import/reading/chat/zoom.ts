import type { Shape } from "../text/heads";
import { canBeName, cleanName } from "../text/names";
import { WHEN } from "../text/when";

const FROM = new RegExp(String.raw`^\[?(${WHEN})\]?\s+From\s+(?=\S)`);
/** The longest head: two names and a time. */
const LONGEST = 400;

const NOT_TO_ALL = "It was a message to one person, not to everybody";
const TO_HOSTS = "It was a message to the hosts, not to everybody";

/** "10:02:13 From Ada Lane to Everyone: words", or with the words below, as Zoom saves a chat. */
export const zoomHead: Shape = (lines, at) => {
  const line = lines[at]?.text ?? "";
  const from = FROM.exec(line);
  if (!from?.[1]) return null;
  const rest = line.slice(from[0].length);
  const colon = endOfHead(rest.slice(0, LONGEST));
  if (colon < 0) return null;
  const { speaker, to } = namesIn(rest.slice(0, colon).trimEnd());
  const out = whyLeftOut(to);
  const head = { speaker: cleanName(speaker), time: from[1], text: rest.slice(colon + 1).trim(), lines: 1 };
  if (!canBeName(speaker) && to === "") return null;
  return out === null ? head : { ...head, out };
};

const TO_ALL = /\sto\s+(?:everyone|everybody|all|hosts? and panelists)\b[^:]{0,40}:/i;

/** Where the colon stands that ends a head. A colon inside a name has no space after it, or the receiver stands behind it. */
function endOfHead(rest: string): number {
  const first = 1 + rest.slice(1).search(/:(?=\s|$)/);
  if (first === 0) return -1;
  if (/\s[Tt]o\s/.test(rest.slice(0, first))) return first;
  // Words may say "to everyone:" too, but only older versions leave the receiver out.
  const toAll = TO_ALL.exec(rest);
  return toAll ? toAll.index + toAll[0].length - 1 : first;
}

function namesIn(names: string): { speaker: string; to: string } {
  const toAll = TO_ALL.exec(`${names}:`)?.index;
  const between = toAll ?? names.search(/\s[Tt]o\s/);
  const speaker = between < 0 ? names : names.slice(0, between);
  const to = between < 0 ? "" : names.slice(between + " to ".length).trim();
  return { speaker: speaker.replace(/[\s:]{1,5}$/, "").trim(), to };
}

const MARKED = /\((?:direct message|privately|private)\)/i;
const EVERYBODY =
  /^(?:every(?:one|body)\b|all$|all (?:panelists|attendees|participants|hosts)\b|(?:hosts?,? )?(?:and )?panelists\b|(?:the )?meeting (?:group )?chat$|waiting room)/i;
const HOSTS = /^(?:the )?(?:co-?)?hosts?(?: and co-?hosts?)?$/i;

/**
 * A message to one person is private. One to hosts and panelists is not: in a webinar they are those who talk, and the
 * person wrote to all of them.
 */
export function whyLeftOut(to: string): string | null {
  if (MARKED.test(to)) return NOT_TO_ALL;
  if (to === "" || EVERYBODY.test(to)) return null;
  return HOSTS.test(to) ? TO_HOSTS : NOT_TO_ALL;
}
