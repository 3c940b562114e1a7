import { Refusal } from "./errors";

/**
 * Refuses a writing request that another site's page sent. Browsers put Origin on every such request; one
 * without it comes from no page, and `Sec-Fetch-Site` then must not say otherwise.
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
