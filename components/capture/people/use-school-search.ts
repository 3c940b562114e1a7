import { useEffect, useRef, useState } from "react";
import type { School } from "@/lib/capture/people/school";

const PAUSE_MS = 150;
/** Schools for the typed text: requested after a short pause; only the latest request is answered. */
export function useSchoolSearch() {
  const [schools, setSchools] = useState<School[]>([]);
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);

  function close() {
    asking.current?.abort();
    setSchools([]);
  }

  function search(asked: string) {
    asking.current?.abort();
    if (asked.trim().length < 2) return setSchools([]);
    const question = new AbortController();
    asking.current = question;
    setTimeout(() => void ask(asked, question.signal).then((found) => found && setSchools(found)), PAUSE_MS);
  }

  return { schools, search, close };
}

/** null where another request came meanwhile, or there is no answer: the field accepts any organisation. */
async function ask(asked: string, signal: AbortSignal): Promise<School[] | null> {
  if (signal.aborted) return null;
  try {
    const query = new URLSearchParams({ q: asked });
    const response = await fetch(`/api/capture/v1/schools?${query.toString()}`, { signal });
    if (!response.ok) return null;
    const { schools } = (await response.json()) as { schools: School[] };
    return signal.aborted ? null : schools;
  } catch {
    return null;
  }
}
