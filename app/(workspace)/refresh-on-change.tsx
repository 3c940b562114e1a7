import { RefreshFrom, type Watch } from "@/components/live/refresh-from";
import { positionOfRequest } from "@/lib/access/viewer";

/**
 * Reads the page again when somebody else changes what it shows, including changes before the stream opened.
 */
export function RefreshOnChange(watch: Watch) {
  return <RefreshFrom {...watch} position={positionOfRequest()} />;
}
