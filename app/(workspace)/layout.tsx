import type { ReactNode } from "react";
import { SignOut } from "./sign-out";
import { TopBar } from "@/components/ui/top-bar";
import { can, roleIn, type Viewer } from "@/lib/access/policy";
import { pageViewer } from "@/lib/access/page";
import { ROLE_WORDS } from "@/lib/access/role-words";
import type { NavItem } from "@/components/ui/current-item";
import Link from "next/link";
import { headers } from "next/headers";

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const viewer = await pageViewer();
  const slug = slugOf((await headers()).get("x-path") ?? "/");
  const membership = viewer.memberships.find(({ reviewSlug }) => reviewSlug === slug);
  const role = membership && roleIn(viewer, membership.reviewId);
  return (
    <>
      <TopBar
        name="NPQ review"
        homeHref={membership ? `/reviews/${membership.reviewSlug}` : "/reviews"}
        items={membership ? navigation(viewer, membership) : []}
        who={role ? `${viewer.name}, ${ROLE_WORDS[role]}` : viewer.name}
      >
        <SignOut userId={viewer.userId} />
      </TopBar>
      <main id="main" tabIndex={-1} className="gutter mx-auto max-w-page py-7">
        {children}
      </main>
      <footer className="gutter mx-auto max-w-page border-t border-faint py-6 text-sm print:hidden">
        <Link href="/accessibility">Accessibility statement</Link>
      </footer>
    </>
  );
}

function slugOf(pathname: string): string | null {
  return /^\/reviews\/([^/?]+)/.exec(pathname)?.[1] ?? null;
}

function navigation(
  viewer: Viewer,
  { reviewId, reviewSlug }: { reviewId: string; reviewSlug: string },
): NavItem[] {
  const at = (rest: string) => `/reviews/${reviewSlug}/${rest}`;
  const works = can(viewer, "review.work", { reviewId });
  const items: (NavItem | false)[] = [
    works && { label: "Roundtables", href: at("roundtables") },
    works && { label: "Contributions", href: at("contributions") },
    works && { label: "Coding", href: at("coding") },
    can(viewer, "codebook.read", { reviewId }) && { label: "Themes", href: at("themes") },
    works && { label: "Findings", href: at("findings") },
    can(viewer, "figures.released", { reviewId }) && { label: "Dashboard", href: at("dashboard") },
    { label: "Reports", href: at("reports") },
    can(viewer, "member.list", { reviewId }) && { label: "Members", href: at("members") },
    can(viewer, "hold.set", { reviewId }) && { label: "Protection", href: at("protection") },
    can(viewer, "audit.read", { reviewId }) && { label: "Audit log", href: at("audit") },
  ];
  return items.filter((item) => item !== false);
}
