import { WorkspaceFrame, WorkspaceMain } from "@/app/(workspace)/workspace-frame";
import { findViewer } from "@/lib/access/viewer";

/**
 * The menu of the review that the address names. It is made from the parameters alone: a layout is not drawn again
 * on the way from page to page, so what it asked the request for would be out of date. Whoever is not signed in is
 * sent to do so by the page.
 */
export default async function ReviewLayout({ params, children }: LayoutProps<"/reviews/[review]">) {
  const viewer = await findViewer();
  if (!viewer) return children;
  const { review } = await params;
  const membership = viewer.memberships.find(({ reviewSlug }) => reviewSlug === review) ?? null;
  return (
    <WorkspaceFrame viewer={viewer} membership={membership}>
      <WorkspaceMain>{children}</WorkspaceMain>
    </WorkspaceFrame>
  );
}
