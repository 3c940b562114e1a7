import { Pagination } from "@/components/ui/navigation/pagination";
import { EVIDENCE_PAGE } from "@/lib/aggregate/figures/released-contribution";

type Props = { page: number; total: number; pageHref: (page: number) => string };

export function PagesOf({ page, total, pageHref }: Props) {
  const pages = Math.ceil(total / EVIDENCE_PAGE);
  const label = (to: number) => `Page ${to} of ${pages}`;
  return (
    <Pagination
      label="Pages of contributions"
      {...(page > 1 ? { previous: { href: pageHref(page - 1), label: label(page - 1) } } : {})}
      {...(page < pages ? { next: { href: pageHref(page + 1), label: label(page + 1) } } : {})}
    />
  );
}
