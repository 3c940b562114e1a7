import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { Names, SessionState } from "./types";

const BASE = "/api/capture/v1";

async function read<T>(path: string, signal?: AbortSignal): Promise<T | null> {
  try {
    const response = await fetch(`${BASE}${path}`, { cache: "no-store", ...(signal ? { signal } : {}) });
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}

/** The contributions with those ids, or the record, and whether it has earlier ones still; null without network. */
export async function fetchContributions(
  roundtableId: string,
  ids: readonly string[] | null,
  signal: AbortSignal,
): Promise<{ contributions: ShownContribution[]; earlier: boolean } | null> {
  const query = ids ? `?${new URLSearchParams({ ids: ids.join(",") }).toString()}` : "";
  return read(`/roundtables/${roundtableId}/record${query}`, signal);
}

export function fetchSession(roundtableId: string, signal: AbortSignal): Promise<SessionState | null> {
  return read<SessionState>(`/roundtables/${roundtableId}/session`, signal);
}

/** Names by participant; the server records that they were read. */
export async function fetchNames(roundtableId: string): Promise<Names | null> {
  const answer = await read<{ names: Record<string, { name: string; organisation: string | null }> }>(
    `/roundtables/${roundtableId}/names`,
  );
  return answer && new Map(Object.entries(answer.names));
}

/**
 * The key that encrypts this person's waiting contributions. Throws without network, and while somebody else
 * is signed in.
 */
export async function fetchKey(userId: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await read<{ userId: string; key: string }>("/key");
  if (answer?.userId !== userId) throw new Error("The key of this computer's storage could not be read.");
  return Uint8Array.from(atob(answer.key), (character) => character.charCodeAt(0));
}

type Presence = { roundtableId: string; writingFor: string | null; leaving?: boolean };

/** Sent without waiting, and lost where there is no network: nothing depends on it. */
export function announcePresence(presence: Presence): void {
  void fetch(`${BASE}/presence`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(presence),
    keepalive: true,
  }).catch(() => {});
}
