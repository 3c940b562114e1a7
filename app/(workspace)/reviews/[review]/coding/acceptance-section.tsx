import { Details } from "@/components/ui/details";
import { Table } from "@/components/ui/table";
import type { Viewer } from "@/lib/access/policy";
import { listAcceptance } from "@/lib/tag/queries/acceptance";

/** What became of suggestions, apart for those that coders saw and those that they did not. */
export async function AcceptanceSection({ viewer, reviewId }: { viewer: Viewer; reviewId: string }) {
  const rows = await listAcceptance(viewer, reviewId);
  if (rows.length === 0) return null;
  return (
    <div className="mt-10 print:hidden">
      <Details summary="What became of the suggestions">
        <p className="mb-3">
          A suggestion counts for nothing until a person accepts it. Seen ones sway people, so those that the
          coder had hidden are counted apart: there, accepted means that the coder set the theme without
          having seen it proposed.
        </p>
        <Table
          caption="Suggestions by method"
          columns={[
            { label: "Method" },
            { label: "Shown or hidden" },
            { label: "Accepted", numeric: true },
            { label: "Turned down", numeric: true },
            { label: "Passed over, or taken off again", numeric: true },
          ]}
          rows={rows.map(({ method, version, shown, accepted, rejected, overridden }) => ({
            key: `${method} ${version} ${shown}`,
            cells: [
              `${method}, version ${version}`,
              shown ? "Shown" : "Hidden",
              accepted,
              rejected,
              overridden,
            ],
          }))}
        />
      </Details>
    </div>
  );
}
