import type { Shape } from "../text/heads";
import { canBeName, cleanName } from "../text/names";

const TIMES = /^(\d{1,2}):([0-5]\d):([0-5]\d)[.,](\d{3}),\d{1,2}:[0-5]\d:[0-5]\d[.,]\d{3}$/;

/** "00:00:11.123,00:00:13.000" with "Ada Lane: words" below, as Google Meet saves a chat. It counts from the start. */
export const meetHead: Shape = (lines, at) => {
  const times = TIMES.exec(lines[at]?.text ?? "");
  if (!times) return null;
  const [hours = 0, minutes = 0, seconds = 0] = times.slice(1, 4).map(Number);
  const time = `+${hours * 3600 + minutes * 60 + seconds}.${times[4]}`;
  const below = lines[at + 1]?.text ?? "";
  const colon = below.slice(0, 100).search(/:(?:\s|$)/);
  const speaker = colon < 0 ? "" : below.slice(0, colon).trim();
  if (!canBeName(speaker)) return { speaker: null, time, text: "", lines: 1 };
  return { speaker: cleanName(speaker), time, text: below.slice(colon + 1).trim(), lines: 2 };
};
