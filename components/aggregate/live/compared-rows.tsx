"use client";

import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { PairedBars } from "./paired-bars";

/** A theme with its address, what is said of either group, and how long its bars are in hundredths. */
type Row = readonly [
  title: string,
  href: string,
  first: string,
  second: string,
  firstWidth: number,
  secondWidth: number,
];

type Props = { caption: string; heading: string; rows: readonly Row[] };

/** A client component, so that the page holds the rows once as markup and once as data alone. */
export function ComparedRows({ caption, heading, rows }: Props) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { label: heading },
        { label: "Group 1", numeric: true },
        { label: "Group 2", numeric: true },
        { label: "Bars: group 1 above, group 2 below" },
      ]}
      rows={rows.map(([title, href, first, second, ...widths]) => ({
        key: href,
        cells: [
          <Link key="theme" href={href}>
            {title}
          </Link>,
          first,
          second,
          <PairedBars key="bars" widths={widths} />,
        ],
      }))}
    />
  );
}
