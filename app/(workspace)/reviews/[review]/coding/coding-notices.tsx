import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";

/** Once all contributions of the list were coded out of its filter: what comes next. */
export function NothingLeft({ findingHref }: { findingHref: string }) {
  return (
    <div className="mt-5">
      <Notice tone="success" title="nothing is left in this list">
        What you have just coded stays here until you leave the page. Next:{" "}
        <Link href={findingHref}>write a finding</Link>.
      </Notice>
    </div>
  );
}

/** In place of the contributions, where the filters leave none, or there are none at all. */
export function NothingToCode({ narrowed }: { narrowed: boolean }) {
  return (
    <EmptyState title={narrowed ? "No contribution matches" : "There are no contributions yet"}>
      {narrowed
        ? "Use fewer filters, or different ones."
        : "Log what is said on a roundtable’s capture page, or import a file."}
    </EmptyState>
  );
}
