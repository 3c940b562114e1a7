import { WorkspaceFrame, WorkspaceMain } from "@/app/(workspace)/workspace-frame";
import { findViewer } from "@/lib/access/viewer";

/**
 * The menu of the review in the address. It uses only the route's parameters: a layout is not rendered again
 * from page to page, so anything it read from the request would become outdated. The page redirects people
 * who are not signed in.
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
