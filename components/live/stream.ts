import { isBehind, type LivePosition } from "@/lib/platform/live-position";

/** What the server announces: only ids, never words or names. */
export type LiveNotice = {
  /** "connected": the stream is open, and events before `position` may have been missed. */
  kind: string;
  position?: LivePosition;
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

type Listener = (notice: LiveNotice) => void;
/** What tabs send each other: a notice, for one tab or for all, or a request for the stream's position. */
type Message = { asks: string } | { notice: LiveNotice; to?: string };
type Joined = { listeners: Set<Listener>; position?: LivePosition | undefined; leave: () => void };

let joined: Joined | null = null;

/**
 * Listens for changes; returns the function that ends it. One stream serves every tab of the browser: the tab
 * that holds the lock keeps it open and passes notices on, and another takes over when that one closes.
 */
export function listenLive(listener: Listener): () => void {
  joined ??= join();
  const mine = joined;
  mine.listeners.add(listener);
  // A page that is opened later in the same tab may have been read before the last notice came.
  queueMicrotask(() => {
    if (mine.position !== undefined && mine.listeners.has(listener))
      listener({ kind: "connected", position: mine.position });
  });
  return () => {
    mine.listeners.delete(listener);
    if (mine.listeners.size > 0 || joined !== mine) return;
    joined = null;
    mine.leave();
  };
}

function join(): Joined {
  const me = crypto.randomUUID();
  const channel = new BroadcastChannel(CHANNEL);
  const post = (message: Message) => channel.postMessage(message);
  const left = new AbortController();
  const tab: Joined = {
    listeners: new Set(),
    leave: () => {
      left.abort();
      channel.close();
    },
  };
  const hear = (notice: LiveNotice) => {
    // The viewer's rights are checked for each notice, so a later one may arrive first.
    if (notice.position && (!tab.position || isBehind(tab.position, notice.position)))
      tab.position = notice.position;
    for (const listener of tab.listeners) listener(notice);
  };
  let keeps = false;
  const tell = (notice: LiveNotice) => {
    if (left.signal.aborted) return;
    hear(notice);
    post({ notice });
  };
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (!("asks" in data)) {
      if (data.to === undefined || data.to === me) hear(data.notice);
    } else if (keeps && tab.position !== undefined)
      post({ notice: { kind: "connected", position: tab.position }, to: data.asks });
  };
  post({ asks: me });
  void navigator.locks
    .request(LOCK, { signal: left.signal }, () => {
      keeps = true;
      return keepStream(tell, left.signal);
    })
    // Closed before it got the lock.
    .catch(() => {});
  return tab;
}

function keepStream(tell: Listener, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source = openStream(tell);
    const timer = setInterval(() => {
      // EventSource reconnects by itself when nobody answers, but gives up when the answer is an error.
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
  source.onmessage = ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as LiveNotice);
  return source;
}
