import { Link } from "@/components/ui/link";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ViewerWatch } from "@/components/live/viewer-watch";
import type { NavItem } from "@/components/ui/navigation/current-item";
import { PageOpenedBy } from "@/components/ui/opened-by";
import { TopBar } from "@/components/ui/navigation/top-bar";
import { CAPTURE_SHELL } from "@/components/live/capture-shell";
import { can, type Membership, type Viewer } from "@/lib/access/policy";
import { ROLE_WORDS } from "@/lib/access/role-words";
import { SignOut } from "./sign-out";

type Props = {
  viewer: Viewer;
  /** The viewer's role in the open review; null outside every review, and in one that is not theirs. */
  membership: Membership | null;
  children: ReactNode;
};

/** The frame of every page behind sign-in: the review's menu, who is signed in, and signing out. */
export async function WorkspaceFrame({ viewer, membership, children }: Props) {
  const kept = (await headers()).get(CAPTURE_SHELL) !== null;
  return (
    <>
      <TopBar
        name="NPQ review"
        homeHref={membership ? `/reviews/${membership.reviewSlug}` : "/reviews"}
        items={membership ? navigation(viewer, membership) : []}
        who={membership ? `${viewer.name}, ${ROLE_WORDS[membership.role]}` : viewer.name}
      >
        <SignOut userId={viewer.userId} />
      </TopBar>
      <ViewerWatch userId={viewer.userId} name={viewer.name} kept={kept} />
      <PageOpenedBy userId={viewer.userId}>{children}</PageOpenedBy>
      <footer className="gutter mx-auto max-w-page border-t border-faint py-6 text-sm print:hidden">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          <li>
            <Link href="/signed-in">Where you are signed in</Link>
          </li>
          <li>
            <Link href="/accessibility">Accessibility statement</Link>
          </li>
        </ul>
      </footer>
    </>
  );
}

export function WorkspaceMain({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="gutter mx-auto max-w-page py-7">
      {children}
    </main>
  );
}

function navigation(viewer: Viewer, { reviewId, reviewSlug }: Membership): NavItem[] {
  const at = (rest: string) => `/reviews/${reviewSlug}/${rest}`;
  const works = can(viewer, "review.work", { reviewId });
  const items: (NavItem | false)[] = [
    works && { label: "Roundtables", href: at("roundtables") },
    works && { label: "Contributions", href: at("contributions") },
    works && { label: "Coding", href: at("coding") },
    can(viewer, "codebook.read", { reviewId }) && { label: "Themes", href: at("themes") },
    works && { label: "Findings", href: at("findings") },
    can(viewer, "figures.released", { reviewId }) && { label: "Dashboard", href: at("dashboard") },
    // Facilitators have a long menu, and cite little.
    !works &&
      can(viewer, "figures.released", { reviewId }) && { label: "What I cite", href: at("citations") },
    { label: "Reports", href: at("reports") },
    { label: "Search", href: at("search") },
    can(viewer, "member.list", { reviewId }) && { label: "Members", href: at("members") },
    can(viewer, "hold.set", { reviewId }) && { label: "Protection", href: at("protection") },
    can(viewer, "audit.read", { reviewId }) && { label: "Audit log", href: at("audit") },
  ];
  return items.filter((item) => item !== false);
}
