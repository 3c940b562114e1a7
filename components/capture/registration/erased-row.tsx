import { Link } from "@/components/ui/link";

/** A person's own page, from the page of the table. */
export const personHref = (id: string) => `people/${id}`;

export function ErasedRow({ label, href, columns }: { label: string; href: string; columns: number }) {
  return (
    <tr>
      <th scope="row" className="py-2">
        <Link href={href}>{label}</Link>
      </th>
      <td colSpan={columns + 1} className="border-r border-b border-mixed px-2 py-2 text-meta">
        Erased at their request
      </td>
    </tr>
  );
}
