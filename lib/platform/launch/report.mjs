// @ts-check

/** A length of time as people read it: "0.4 s", "12.0 s", "3 min 5 s". @param {number} ms */
export function showElapsed(ms) {
  const seconds = ms / 1_000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Sets text in from the margin, so that a tool's words stand apart from ours. @param {string} text */
export function indent(text) {
  return text.replace(/^(?=.)/gm, "    ");
}

/** The end of a long text, which is where programs say why they stopped. @param {string} text @param {number} lines */
export function lastLines(text, lines) {
  return text.trim().split("\n").slice(-lines).join("\n");
}
