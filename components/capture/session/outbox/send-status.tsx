import { Link } from "@/components/ui/link";
import { statusWords } from "@/lib/capture/session/outbox";
import { formatTime } from "@/lib/platform/text/dates";
import type { Outbox } from "./use-outbox";

type Props = { outbox: Outbox; here: string; onDownload: () => void };

/** Whether everything is saved and nothing else has to be said. */
export function isCalm({ entries, connection }: Pick<Outbox, "entries" | "connection">): boolean {
  return connection.state === "online" && entries.length === 0;
}

/** Says whether everything is safe, what waits and since when, and what to do. */
export function SendStatus({ outbox: { entries, connection, ready }, here, onDownload }: Props) {
  const words = statusWords(entries, connection, (instant) => formatTime(new Date(instant)));
  const calm = isCalm({ entries, connection });
  const link = "cursor-pointer text-accent underline underline-offset-3";
  return (
    <p
      className={`flex flex-wrap items-baseline gap-x-4 text-sm ${calm ? "text-soft" : "font-semibold text-warning"}`}
    >
      <span role="status" data-connection={connection.state}>
        {ready && words}
      </span>
      {(connection.state === "signed-out" || connection.state === "somebody-else") && (
        <Link href={`/sign-in?${new URLSearchParams({ from: here }).toString()}`} target="_blank">
          Sign in in a new tab
        </Link>
      )}
      {entries.length > 0 && (
        <button type="button" className={link} onClick={onDownload}>
          Download what waits
        </button>
      )}
    </p>
  );
}
