import { NPQ_CODES, type Npq } from "@/lib/capture/people/vocabulary";

const PAIR = "npqs ";

/** Under this name a pair stands among the findings of a theme in the check. */
export function pairId({ first, second }: { first: Npq; second: Npq }): string {
  return `${PAIR}${first} ${second}`;
}

/** The NPQs of a pair; null for a finding. */
export function pairNamed(findingId: string): readonly [Npq, Npq] | null {
  if (!findingId.startsWith(PAIR)) return null;
  const [first, second] = findingId.slice(PAIR.length).split(" ").map(npqNamed);
  return first && second ? [first, second] : null;
}

export function npqNamed(name: string): Npq | undefined {
  return NPQ_CODES.find((code) => code === name);
}

/** Each pair stands once, in the order of the alphabet. */
export function inOrder(one: Npq, other: Npq): { first: Npq; second: Npq } {
  return one < other ? { first: one, second: other } : { first: other, second: one };
}
