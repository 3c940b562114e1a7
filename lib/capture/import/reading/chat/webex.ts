import type { Shape } from "../text/heads";
import { canBeName, cleanName } from "../text/names";
import { CLOCK } from "../text/when";
import { whyLeftOut } from "./zoom";

const HEAD = new RegExp(String.raw`^from (.{1,160}?) to (.{1,160}?):\s{1,8}(${CLOCK})$`, "i");
/** The longest head: two names and a time. */
const LONGEST = 400;

/** "from Ada Lane to everyone:    2:02 PM" with the words below, as Webex saves a chat. */
export const webexHead: Shape = (lines, at) => {
  const line = lines[at]?.text ?? "";
  const [, speaker = "", to = "", time = ""] = line.length > LONGEST ? [] : (HEAD.exec(line) ?? []);
  if (!canBeName(speaker)) return null;
  const out = whyLeftOut(to);
  return { speaker: cleanName(speaker), time, text: "", lines: 1, ...(out !== null && { out }) };
};
