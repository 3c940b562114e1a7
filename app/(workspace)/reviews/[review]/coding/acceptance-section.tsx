import { Table } from "@/components/ui/table";
import type { Viewer } from "@/lib/access/policy";
import { listAcceptance } from "@/lib/tag/suggestion/queries/acceptance";

/** What happened to suggestions: to those that coders saw, and to those that they did not. */
export async function AcceptanceSection({ viewer, reviewId }: { viewer: Viewer; reviewId: string }) {
  const rows = await listAcceptance(viewer, reviewId);
  if (rows.length === 0) return null;
  return (
    <>
      <p className="mt-4 mb-3 max-w-measure">
        A suggestion does not count until a person accepts it. Seeing a suggestion can influence a coder, so
        hidden suggestions are counted separately. A hidden suggestion counts as accepted if the coder chose
        the same theme without seeing it.
      </p>
      <Table
        caption="Suggestions by method"
        columns={[
          { label: "Method" },
          { label: "Shown or hidden" },
          { label: "Accepted", numeric: true },
          { label: "Rejected", numeric: true },
          { label: "Ignored, or removed later", numeric: true },
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
    </>
  );
}
