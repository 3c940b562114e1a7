import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/capture/queries";

export default async function ReviewHome({ params }: PageProps<"/reviews/[review]">) {
  const { review: slug } = await params;
  const review = await forPage(getReview(await pageViewer(), slug));
  return <PageHeader title={review.title} />;
}
