/** Who a browser is signed in as, told from tab to tab; null once somebody signed out. */
export type SignedIn = { userId: string; name: string } | null;

const CHANNEL = "npq-signed-in";

/** Tells the browser's other tabs. */
export function announceSignedIn(who: SignedIn): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(who);
  channel.close();
}

/** Hears of it from the other tabs; gives the function that ends it. */
export function hearSignedIn(listener: (who: SignedIn) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<SignedIn>) => listener(data);
  return () => channel.close();
}
