/** Who a browser is signed in as, announced from tab to tab; null after signing out. */
export type SignedIn = { userId: string; name: string } | null;

const CHANNEL = "npq-signed-in";

/** Announces it to the browser's other tabs. */
export function announceSignedIn(who: SignedIn): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(who);
  channel.close();
}

/** Listens to the other tabs; returns the function that ends it. */
export function hearSignedIn(listener: (who: SignedIn) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<SignedIn>) => listener(data);
  return () => channel.close();
}
