import { Table } from "@/components/ui/table";
import type { Viewer } from "@/lib/access/policy";
import { listAcceptance } from "@/lib/tag/queries/acceptance";

/** What became of suggestions: of those that coders saw, and of those that they did not. */
export async function AcceptanceSection({ viewer, reviewId }: { viewer: Viewer; reviewId: string }) {
  const rows = await listAcceptance(viewer, reviewId);
  if (rows.length === 0) return null;
  return (
    <>
      <p className="mt-4 mb-3 max-w-measure">
        A suggestion counts for nothing until a person accepts it. People are swayed by what they see, so
        suggestions that were hidden are counted in rows of their own. There, “accepted” means that the coder
        set the theme without having seen it suggested.
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
    </>
  );
}
