import { fetchKey } from "@/components/capture/session/fetch-session";
import { openDeviceStore, type DeviceStore } from "@/components/capture/session/outbox/device-store";
import type { KeptDraft } from "@/lib/report/draft/saving/kept-draft";
import type { ClaimChange } from "@/lib/report/draft/saving/save-draft-input";

/**
 * What is not saved yet, on this computer: encrypted as contributions that wait are, so that nobody else who signs in
 * there can read it.
 */
export type Kept = KeptDraft & { claims: readonly ClaimChange[] };

export class KeptDrafts {
  #store: Promise<DeviceStore | null>;

  constructor(
    userId: string,
    private readonly reportId: string,
  ) {
    // Without storage in this browser what is written is still saved on the server.
    this.#store = openDeviceStore(userId, fetchKey).catch(() => null);
  }

  async read(): Promise<Kept | null> {
    const kept = await (await this.#store)?.draft(this.#name());
    return isKept(kept) ? kept : null;
  }

  /** False where this browser keeps nothing. */
  async write(kept: Kept | null): Promise<boolean> {
    const store = await this.#store;
    if (!store) return false;
    return store.putDraft(this.#name(), kept).then(
      () => true,
      () => false,
    );
  }

  #name(): string {
    return `report ${this.reportId}`;
  }
}

/** It was written here and sealed since, so that its outline tells. */
function isKept(kept: unknown): kept is Kept {
  return typeof kept === "object" && kept !== null && "base" in kept && "mine" in kept && "claims" in kept;
}
