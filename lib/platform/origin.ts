import { Refusal } from "./errors";

/**
 * Refuses a write that another site's page sent. Browsers send Origin with every such request. A request
 * without it does not come from a page, and its `Sec-Fetch-Site` must not say otherwise.
 */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  const site = request.headers.get("sec-fetch-site");
  const same = origin === null ? site === null || site === "same-origin" : hostOf(origin) === host;
  if (!same)
    throw new Refusal(
      "forbidden",
      "This request came from another site and was refused. Nothing was changed.",
    );
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
