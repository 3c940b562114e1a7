import type { Metadata } from "next";
import { SchoolUpload } from "@/components/capture/people/school-upload";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getSchoolRegister } from "@/lib/capture/people/queries/schools";
import { EXTRACT_PROBLEMS, type SchoolRegister } from "@/lib/capture/people/school";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";

type Props = PageProps<"/reviews/[review]/schools">;
type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: `${problemOf(await searchParams) ? "Error: " : ""}Schools` };
}

export default async function Schools({ params, searchParams }: Props) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const register = await forPage(getSchoolRegister(viewer, review.id));
  const query = await searchParams;
  return (
    <>
      <PageHeader
        title="Schools"
        breadcrumb={[{ label: review.title, href: `/reviews/${review.slug}` }, { label: "Schools" }]}
        meta={standing(register)}
      />
      <div className="grid gap-8">
        <p className="max-w-measure">
          We look up participants’ organisations in the register of schools in England, “Get information about
          schools”. Choosing a school fills in its phase, setting and region. Schools in Wales and abroad are
          left out. Closed schools are included and marked as closed.
        </p>
        <Loaded query={query} />
        <SchoolUpload
          action={`/api/capture/v1/schools?review=${encodeURIComponent(review.slug)}`}
          problem={problemOf(query)}
        />
      </div>
    </>
  );
}

function problemOf({ problem }: Query): string | null {
  return Object.entries(EXTRACT_PROBLEMS).find(([name]) => name === problem)?.[1] ?? null;
}

function standing({ schools, open, loadedAt }: SchoolRegister): string {
  if (loadedAt === null) return "No schools are loaded yet";
  return `${countOf(schools, "school")}, ${open.toLocaleString("en-GB")} of them open. Last loaded ${formatInstant(loadedAt)}.`;
}

function Loaded({ query }: { query: Query }) {
  if (query.loaded === undefined) return null;
  const number = (name: string) => Number(query[name]) || 0;
  const unreadable = number("unreadable");
  return (
    <Notice tone="success" title="the schools are loaded">
      {countOf(number("loaded"), "school")} in England were loaded. {countOf(number("outside"), "row")} in
      Wales or abroad {number("outside") === 1 ? "was" : "were"} left out.
      {unreadable > 0 && ` ${countOf(unreadable, "row")} had no number or no name.`}
    </Notice>
  );
}
