import { figureOf, type CitedContribution, type Claim, type Told } from "@/lib/report/claim/claim";
import type { ClaimChange } from "@/lib/report/draft/saving/save-draft-input";
import type { KnownClaims } from "./identities";

export type ClaimEvidence = { supports: CitedContribution[]; contradicts: CitedContribution[] };

/**
 * The claims of the draft as the editor knows them: those of the server, and those that were made or changed here since.
 * How many people are behind a changed one the server alone knows; until it answers, nobody is.
 */
export class ClaimBook implements KnownClaims {
  #claims: Map<string, Claim>;
  #onChange: (change: ClaimChange) => void = () => {};

  constructor(claims: readonly Claim[]) {
    this.#claims = new Map(claims.map((claim) => [claim.id, claim]));
  }

  /** Calls it for each claim that somebody makes or changes here. */
  hearChanges(listener: (change: ClaimChange) => void): void {
    this.#onChange = listener;
  }

  get all(): ReadonlyMap<string, Claim> {
    return this.#claims;
  }

  has(id: string): boolean {
    return this.#claims.has(id);
  }

  copy(id: string): string {
    const from = this.#claims.get(id);
    const copy = crypto.randomUUID();
    if (from) this.write(copy, from, from);
    return copy;
  }

  write(id: string, told: Told, { supports, contradicts }: ClaimEvidence): void {
    const before = this.#claims.get(id);
    const { findingId, side, themeId, stance } = told;
    const figure = before?.figure ?? figureOf(supports, { people: 0, of: 0, unidentified: 0 });
    const claim = { id, findingId, side, themeId, stance, supports, contradicts, figure };
    this.#claims.set(id, { ...claim, told: before?.told ?? null });
    const ids = (those: readonly CitedContribution[]) => those.map((one) => one.id);
    this.#onChange({
      id,
      findingId,
      side,
      themeId,
      stance,
      supports: ids(supports),
      contradicts: ids(contradicts),
    });
  }

  /** What the server has now, and what an earlier page of this browser had made. */
  take(claims: readonly Claim[], kept: readonly ClaimChange[]): void {
    for (const claim of claims) this.#claims.set(claim.id, claim);
    for (const { id, supports, contradicts, ...told } of kept) {
      if (this.#claims.has(id)) continue;
      const cited = { supports: supports.map(notRead), contradicts: contradicts.map(notRead) };
      const figure = figureOf(cited.supports, { people: 0, of: 0, unidentified: 0 });
      this.#claims.set(id, { id, ...told, ...cited, figure, told: null });
    }
  }
}

/** A contribution of which only the id is known here, until the server has answered. */
function notRead(id: string): CitedContribution {
  return {
    id,
    stands: true,
    participants: true,
    verbatim: false,
    clearedText: null,
    permission: null,
    identified: true,
    unidentified: false,
    hands: null,
  };
}
