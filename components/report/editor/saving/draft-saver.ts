import {
  changesSince,
  hasChanges,
  takeAnswer,
  type Base,
  type Clash,
  type Merged,
} from "@/lib/report/draft/saving/draft-changes";
import { keptOf, resume } from "@/lib/report/draft/saving/kept-draft";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import { weave } from "@/lib/report/draft/saving/block-order";
import { claimsNamed, type EditedBlock } from "@/lib/report/draft/saving/edited-block";
import type {
  ClaimChange,
  SavedDraft,
  SaveDraftInput,
  TheirBlock,
} from "@/lib/report/draft/saving/save-draft-input";
import type { Kept } from "./kept-drafts";
import type { Posted } from "./post-draft";

export type SaveState = "saved" | "changed" | "saving" | "unreachable" | "refused";

export type SaverSnapshot = {
  state: SaveState;
  /** Why the server refused it, in words. */
  message: string | null;
  /** Whether what was written last is not in this browser's storage yet, and whether that took what came before it. */
  isKeeping: boolean;
  isKept: boolean | null;
  clashes: readonly Clash[];
  /** Words that wait in this browser: when they were written, and what they say; null where none wait. */
  kept: KeptWords | null;
};

export type KeptWords = {
  at: string;
  /** Each paragraph that says something else than the server's, in order; `here` is null where it was removed. */
  paragraphs: readonly { id: string; here: BlockContent | null; there: BlockContent | null }[];
};

export const NOTHING_WRITTEN: SaverSnapshot = {
  state: "saved",
  message: null,
  isKeeping: false,
  isKept: null,
  clashes: [],
  kept: null,
};

/** What the saver works with; each is given, so that it can be tried without a browser. */
export type SaverParts = {
  reportId: string;
  blocks: readonly TheirBlock[];
  /** The text as it is now, and how another one is shown in its place. */
  read(): EditedBlock[];
  show(blocks: readonly EditedBlock[]): void;
  /** What claims cite, as the server has it now. */
  takeClaims(answer: SavedDraft["claims"], kept: readonly ClaimChange[]): void;
  post(input: SaveDraftInput): Promise<Posted>;
  store: { read(): Promise<Kept | null>; write(kept: Kept | null): Promise<boolean> };
  /** Milliseconds to wait: after a key before it is kept and before it is sent, and before it is tried again. */
  wait: { keep: number; send: number; retry: number };
};

/**
 * Saves a draft while it is written: in this browser at once, then on the server. What was sent without an answer is sent
 * again as it was, because it may have been stored; only then what was written since.
 */
export class DraftSaver {
  #base: Base;
  #held = new Map<string, Clash>();
  #claims = new Map<string, ClaimChange>();
  #unanswered: SaveDraftInput | null = null;
  #sending = false;
  #sent: Promise<unknown> = Promise.resolve();
  #asksAgain = false;
  #timers = new Map<"keep" | "send", ReturnType<typeof setTimeout>>();
  #listeners = new Set<() => void>();
  #waiting: Kept | null = null;
  /** What reads or writes this browser's storage, one after another: no older text lands on a newer one. */
  #storage: Promise<unknown> = Promise.resolve();
  #changes = 0;
  #stopped = false;
  #snapshot: SaverSnapshot = NOTHING_WRITTEN;

  constructor(private readonly parts: SaverParts) {
    this.#base = parts.blocks;
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  snapshot = () => this.#snapshot;

  /** Looks for words that an earlier page left here. */
  start(): Promise<void> {
    return this.#inStorage(() => this.#findKept());
  }

  async #findKept(): Promise<void> {
    const kept = await this.parts.store.read();
    if (!kept || this.#stopped) return;
    const { base, mine, clashes } = resume(kept, this.#serverBlocks());
    const changes = changesSince(base, mine);
    if (!hasChanges(changes) && clashes.length + kept.claims.length === 0) {
      // They had arrived after all.
      await this.parts.store.write(null);
      return;
    }
    this.#waiting = kept;
    const there = new Map(this.#serverBlocks().map(({ id, content }) => [id, content]));
    const paragraphs = [
      ...changes.changed.map(({ id, content }) => ({ id, here: content })),
      ...changes.removed.map(({ id }) => ({ id, here: null })),
    ].map((one) => ({ ...one, there: there.get(one.id) ?? null }));
    this.#tell({ kept: { at: kept.at, paragraphs } });
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  /** Keeps and sends what is left at once: the page is left, or nobody looks at it now. */
  async leave(): Promise<void> {
    if (!this.#isUnsaved()) return;
    await this.#keep();
    await this.saveAll();
  }

  /** Something was written. */
  changed(): void {
    this.#changes++;
    if (!this.#snapshot.isKeeping) this.#tell({ isKeeping: true });
    if (this.#snapshot.state === "saved" || this.#snapshot.state === "refused")
      this.#tell({ state: "changed", message: null });
    // Counted from the first key, so that whoever types without a pause is kept and saved too.
    if (!this.#timers.has("keep")) this.#after("keep", this.parts.wait.keep, () => void this.#keep());
    if (!this.#timers.has("send")) this.#after("send", this.parts.wait.send, () => void this.save());
  }

  /** A claim tells or cites something else. */
  changeClaim(claim: ClaimChange): void {
    this.#claims.set(claim.id, claim);
    this.changed();
  }

  /** Sends what is not saved, or asks only for what others wrote. */
  async save(): Promise<void> {
    if (this.#stopped) return;
    if (this.#sending) {
      this.#asksAgain = true;
      return;
    }
    this.#clear("send");
    this.#sending = true;
    const sent = this.#unanswered ?? this.#toSend();
    if (hasChanges(sent) || sent.claims.length > 0) this.#tell({ state: "saving" });
    this.#unanswered = sent;
    const posting = this.parts.post(sent);
    this.#sent = posting;
    const posted = await posting;
    this.#sending = false;
    if (this.#stopped) return;
    if (posted.is === "answered") return this.#answered(sent, posted.answer);
    if (posted.is === "unreachable") {
      this.#tell({ state: this.#isUnsaved() ? "unreachable" : "saved" });
      this.#after("send", this.parts.wait.retry, () => void this.save());
    } else {
      this.#unanswered = null;
      this.#tell({ state: "refused", message: posted.message });
    }
    await this.#keep();
  }

  /** Sends until nothing is left that was written; false where that cannot be. */
  async saveAll(): Promise<boolean> {
    for (let round = 0; round < 3; round++) {
      while (this.#sending) await this.#sent;
      await this.save();
      const { state } = this.#snapshot;
      if (state !== "changed") return state === "saved" && this.#held.size === 0;
    }
    return false;
  }

  /** Decides a clash: the words here are based on theirs from now on, or give way to them. */
  decide(id: string, choice: "mine" | "theirs" | "both"): void {
    const clash = this.#held.get(id);
    if (!clash) return;
    this.#held.delete(id);
    const { section, content, revision } = clash.theirs;
    const theirs = { id, section, content };
    const known = this.#base.some((block) => block.id === id);
    const stored = { ...theirs, revision };
    this.#base = known ? this.#base.map((one) => (one.id === id ? stored : one)) : [...this.#base, stored];
    const mine = this.parts.read();
    const here = mine.some((block) => block.id === id);
    if (choice === "theirs")
      this.parts.show(here ? mine.map((one) => (one.id === id ? theirs : one)) : this.#with(theirs));
    if (choice === "both")
      this.parts.show(
        mine.flatMap((one) => (one.id === id ? [one, { ...theirs, id: crypto.randomUUID() }] : [one])),
      );
    this.#tell({ clashes: [...this.#held.values()] });
    this.changed();
  }

  /** Restores the words that wait in this browser into what the server has now, or discards them. */
  async takeKept(choice: "restore" | "discard"): Promise<void> {
    const kept = this.#waiting;
    this.#waiting = null;
    this.#tell({ kept: null });
    if (!kept) return;
    if (choice === "discard") return void (await this.#keep());
    for (const claim of kept.claims) this.#claims.set(claim.id, claim);
    this.parts.takeClaims([], kept.claims);
    this.#take(resume(kept, this.#serverBlocks()), this.parts.read());
    this.changed();
  }

  #serverBlocks(): TheirBlock[] {
    return this.#base.map((block) => ({ ...block, erased: false }));
  }

  /** A block that was removed here, where the server has it. */
  #with(theirs: EditedBlock): EditedBlock[] {
    const text = new Map([...this.parts.read(), theirs].map((block) => [block.id, block]));
    const ids = [...text.keys()].filter((id) => id !== theirs.id);
    const order = weave(
      ids,
      this.#base.map(({ id }) => id),
    );
    return order.flatMap((id) => text.get(id) ?? []);
  }

  /** A claim whose words were taken out again is kept for as long as that can be undone, and not sent. */
  #toSend(): SaveDraftInput {
    const { reportId } = this.parts;
    const mine = this.parts.read();
    const named = new Set(
      mine.flatMap(({ id, content }) => (this.#held.has(id) ? [] : claimsNamed(content))),
    );
    return {
      reportId,
      ...changesSince(this.#base, mine, new Set(this.#held.keys())),
      claims: [...this.#claims.values()].filter(({ id }) => named.has(id)),
    };
  }

  async #answered(sent: SaveDraftInput, answer: SavedDraft): Promise<void> {
    this.#unanswered = null;
    for (const claim of sent.claims)
      if (this.#claims.get(claim.id) === claim && answer.claims.some(({ id }) => id === claim.id))
        this.#claims.delete(claim.id);
    this.parts.takeClaims(answer.claims, []);
    const mine = this.parts.read();
    this.#take(takeAnswer(this.#base, mine, { sent, answer }), mine);
    const left = this.#isUnsaved();
    this.#tell({ state: left ? "changed" : "saved", message: null });
    await this.#keep();
    if (left || this.#asksAgain) {
      this.#asksAgain = false;
      this.#after("send", this.parts.wait.send, () => void this.save());
    }
  }

  #take(merged: Merged, before: readonly EditedBlock[]) {
    this.#base = merged.base;
    for (const clash of merged.clashes) this.#held.set(clash.id, clash);
    for (const id of this.#held.keys()) if (!isHeld(id, merged, before)) this.#held.delete(id);
    if (merged.mine.length > 0) this.parts.show(merged.mine);
    this.#tell({ clashes: [...this.#held.values()] });
  }

  #isUnsaved(): boolean {
    const left = this.#toSend();
    return hasChanges(left) || left.claims.length > 0;
  }

  #keep(): Promise<void> {
    this.#clear("keep");
    return this.#inStorage(async () => {
      const changes = this.#changes;
      // What waits from an earlier page is not written over before somebody has decided about it.
      const isKept = !this.#waiting && !this.#stopped && (await this.parts.store.write(this.#toKeep()));
      this.#tell({ isKept, isKeeping: this.#changes !== changes });
    });
  }

  #inStorage(work: () => Promise<void>): Promise<void> {
    const done = this.#storage.then(work);
    this.#storage = done.catch(() => {});
    return done;
  }

  #toKeep(): Kept | null {
    if (!this.#isUnsaved() && this.#held.size === 0) return null;
    return {
      ...keptOf(this.#base, this.parts.read(), this.#unanswered),
      sent: this.#unanswered,
      claims: [...this.#claims.values()],
      at: new Date().toISOString(),
    };
  }

  #tell(part: Partial<SaverSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }

  #after(name: "keep" | "send", ms: number, work: () => void): void {
    this.#clear(name);
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        work();
      }, ms),
    );
  }

  #clear(name: "keep" | "send"): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}

/** A clash is over once its block is gone on both sides. */
function isHeld(id: string, merged: Merged, before: readonly EditedBlock[]): boolean {
  return [merged.base, merged.mine, before].some((blocks) => blocks.some((block) => block.id === id));
}
