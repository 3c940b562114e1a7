import type { SavedDraft, SaveDraftInput } from "@/lib/report/draft/saving/save-draft-input";

const ADDRESS = "/api/report/v1/drafts";

/** What became of a save: the server's answer, no answer at all, or a refusal in words. */
export type Posted =
  | { is: "answered"; answer: SavedDraft }
  | { is: "unreachable" }
  | { is: "refused"; message: string };

export async function postDraft(userId: string, input: SaveDraftInput): Promise<Posted> {
  try {
    const response = await fetch(ADDRESS, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...input, sentAs: userId }),
    });
    if (response.ok) return { is: "answered", answer: (await response.json()) as SavedDraft };
    if (response.status >= 500) return { is: "unreachable" };
    return { is: "refused", message: await refusalWords(response) };
  } catch {
    return { is: "unreachable" };
  }
}

async function refusalWords(response: Response): Promise<string> {
  if (response.status === 401)
    return "You are signed out. Sign in again in another tab, then change something here or press Save.";
  const body = (await response.json().catch(() => null)) as { message?: string } | null;
  return body?.message ?? "The server did not take it. Reload the page once your words are kept.";
}
