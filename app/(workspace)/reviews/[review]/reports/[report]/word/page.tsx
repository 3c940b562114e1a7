import { ExchangeUpload } from "@/components/tag/exchange/exchange-upload";
import { PageHeader } from "@/components/ui/page-header";
import { requireForPage } from "@/lib/access/page";
import { MAX_WORD_BYTES, TOO_LARGE } from "@/lib/report/returned/limits";
import { crumbs } from "../../shown-report";
import { readReport, reportTitle } from "../read-report";
import { bringBackWord } from "./actions";

type Props = PageProps<"/reviews/[review]/reports/[report]/word">;

export const generateMetadata = ({ params }: Props) => reportTitle(params, "Bring back a Word file");

/** Takes in a Word file that was downloaded, changed and commented on. */
export default async function BringBackWord({ params }: Props) {
  const { viewer, report } = await readReport(params);
  await requireForPage(viewer, "report.write", report);
  return (
    <>
      <PageHeader title="Bring back a Word file" breadcrumb={crumbs(report, "here")} />
      <p className="mb-6 max-w-measure">
        Choose a file that was downloaded from a version of this report and changed in Word. Its comments
        become comments, and its changes become suggestions, whether Word tracked them or not. You can check
        them first, and nothing changes until you confirm. Figures in tables are not read.
      </p>
      <ExchangeUpload
        action={bringBackWord.bind(null, report.slug)}
        reviewSlug={report.review.slug}
        hint="A Word document (.docx). Up to 10 MB."
        accept=".docx"
        maxBytes={MAX_WORD_BYTES}
        tooLarge={TOO_LARGE}
      />
    </>
  );
}
