import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { PlaceCoverage } from "@/lib/aggregate/live/coverage";

type Props = { places: readonly PlaceCoverage[]; base: string };

/** What is left to do at each roundtable, out of what participants said there. */
export function CoverageTable({ places, base }: Props) {
  const outOf = (count: number, said: number) =>
    `${count.toLocaleString("en-GB")} of ${said.toLocaleString("en-GB")}`;
  return (
    <Table
      caption="Contributions of participants that are not cleared or not coded"
      captionHidden
      columns={[
        { label: "Roundtable" },
        { label: "Not cleared", numeric: true },
        { label: "Without a theme", numeric: true },
      ]}
      rows={places.map(({ id, title, slug, said, uncleared, uncoded }) => {
        const list = (left: string) =>
          `${base}/contributions?${new URLSearchParams({ roundtable: slug, left }).toString()}`;
        return {
          key: id,
          cells: [
            title,
            <Link key="clear" href={list("uncleared")}>
              {outOf(uncleared, said)}
            </Link>,
            <Link key="code" href={list("untagged")}>
              {outOf(uncoded, said)}
            </Link>,
          ],
        };
      })}
    />
  );
}
