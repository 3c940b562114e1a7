/** What the server tells of: ids only, never words or names. */
export type LiveNotice = {
  kind: string;
  reviewId?: string;
  roundtableId?: string;
  reportId?: string;
  contributionId?: string;
  participantId?: string | null;
  tableId?: string | null;
  userId?: string;
  leaving?: boolean;
  ids?: string[];
};

const LOCK = "npq-live";
const CHANNEL = "npq-live";
const REOPEN_MS = 2000;
/** Told to everybody when the stream was away for a while: what happened meanwhile went unheard. */
const RECONNECTED: LiveNotice = { kind: "reconnected" };

type Listener = (notice: LiveNotice) => void;
type Joined = { listeners: Set<Listener>; leave: () => void };

let joined: Joined | null = null;

/**
 * Hears of changes; gives the function that ends it. One stream serves every tab of the browser: the tab
 * that holds the lock keeps it open and passes on what it hears, and another takes over when that one closes.
 */
export function listenLive(listener: Listener): () => void {
  joined ??= join();
  const mine = joined;
  mine.listeners.add(listener);
  return () => {
    mine.listeners.delete(listener);
    if (mine.listeners.size > 0 || joined !== mine) return;
    joined = null;
    mine.leave();
  };
}

function join(): Joined {
  const listeners = new Set<Listener>();
  const hear = (notice: LiveNotice) => {
    for (const listener of listeners) listener(notice);
  };
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<LiveNotice>) => hear(data);
  const left = new AbortController();
  const tell = (notice: LiveNotice) => {
    if (left.signal.aborted) return;
    hear(notice);
    channel.postMessage(notice);
  };
  void navigator.locks
    .request(LOCK, { signal: left.signal }, () => keepStream(tell, left.signal))
    // Left before its turn came.
    .catch(() => {});
  return {
    listeners,
    leave: () => {
      left.abort();
      channel.close();
    },
  };
}

function keepStream(tell: Listener, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source = openStream(tell);
    const timer = setInterval(() => {
      // A browser tries again by itself where nobody answers, and gives up where the answer is an error.
      if (source.readyState === EventSource.CLOSED) source = openStream(tell);
    }, REOPEN_MS);
    signal.addEventListener("abort", () => {
      clearInterval(timer);
      source.close();
      resolve();
    });
  });
}

function openStream(tell: Listener): EventSource {
  const source = new EventSource("/api/events");
  // The first opening too: this tab may have taken over from one that closed.
  source.onopen = () => tell(RECONNECTED);
  source.onmessage = ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as LiveNotice);
  return source;
}
