"use client";

import { Link } from "@/components/ui/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { hearSignedIn, announceSignedIn, type SignedIn } from "./signed-in";
import { listenLive } from "./stream";

type Props = {
  userId: string;
  name: string;
  /** Rendered for a reload without network: by then somebody else may be signed in. */
  kept: boolean;
};

/**
 * A layout is rendered once and stays from page to page, so its view of the viewer can become outdated. When
 * a lead changes the viewer's role it is rendered again. When another tab signs out, or signs in as somebody
 * else, it says so and leaves the page as it is, because something may be half typed.
 */
export function ViewerWatch({ userId, name, kept }: Props) {
  const router = useRouter();
  const [now, setNow] = useState<SignedIn | undefined>();
  useEffect(() => {
    if (!kept) announceSignedIn({ userId, name });
    return hearSignedIn((who) => setNow(who?.userId === userId ? undefined : who));
  }, [userId, name, kept]);
  useEffect(
    () =>
      listenLive((notice) => {
        if (notice.kind === "member.changed" && notice.userId === userId) router.refresh();
      }),
    [router, userId],
  );
  return (
    <div role="status">
      {now !== undefined && (
        <div className="gutter border-b border-line bg-accent-soft py-3">
          {now === null ? (
            <>
              You signed out in another tab. What you have typed here is still here.{" "}
              <Link href="/sign-in" target="_blank">
                Sign in again in a new tab
              </Link>{" "}
              to go on.
            </>
          ) : (
            <>
              This browser is now signed in as {now.name}, in another tab. What you have typed here is still
              here. Before you save it, sign in as yourself in that tab.{" "}
              <ReloadAs key={now.userId} name={now.name} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

/**
 * Reads the page again as the person who is signed in now; where they may not open it, a link leads to their
 * own pages.
 */
function ReloadAs({ name }: { name: string }) {
  const [closed, setClosed] = useState(false);
  const reload = async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (answer === null || answer.ok) location.reload();
    else setClosed(true);
  };
  if (closed)
    return (
      <>
        {name} cannot open this page.
        {/* A layout stays from page to page, so only a full load, as a plain form makes, shows who is
            signed in now. */}
        <form action="/reviews" className="mt-2">
          <Button type="submit" variant="quiet" size="small">
            Go to what {name} can open
          </Button>
        </form>
      </>
    );
  return (
    <Button variant="quiet" size="small" onClick={() => void reload()}>
      Reload as {name}
    </Button>
  );
}
