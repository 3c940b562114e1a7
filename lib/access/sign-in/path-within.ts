/** A path of this application to go back to; anything that could lead elsewhere becomes the start page. */
export function pathWithin(from: unknown): string {
  return typeof from === "string" && /^\/(?![/\\])[^\s\\]*$/.test(from) ? from : "/reviews";
}
