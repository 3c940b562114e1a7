import type { Metadata } from "next";
import { WorkspaceFrame, WorkspaceMain } from "@/app/(workspace)/workspace-frame";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { pageViewer } from "@/lib/access/page";
import { listOwnSessions, type OwnSession } from "@/lib/access/sign-in/own-sessions";
import { sessionTimes } from "@/lib/access/sign-in/session-times";
import { sessionToken } from "@/lib/access/viewer";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import { signOutElsewhere, signOutThere } from "./actions";

export const metadata: Metadata = { title: "Where you are signed in" };

const DONE: Record<string, string> = {
  one: "That browser is signed out.",
  others: "All other browsers are signed out.",
};

export default async function SignedIn({ searchParams }: PageProps<"/signed-in">) {
  const viewer = await pageViewer();
  const sessions = await listOwnSessions(viewer, await sessionToken());
  const { done } = await searchParams;
  const said = typeof done === "string" ? DONE[done] : undefined;
  const others = sessions.filter(({ here }) => !here);
  return (
    <WorkspaceFrame viewer={viewer} membership={null}>
      <WorkspaceMain>
        <PageHeader title="Where you are signed in" meta={<HowLong />} />
        {said && (
          <div role="status" className="mb-6">
            <Notice tone="success">{said}</Notice>
          </div>
        )}
        <ul className="max-w-measure border-t border-line">
          {sessions.map((session) => (
            <li key={session.id} className="border-b border-faint py-3">
              <Session session={session} />
            </li>
          ))}
        </ul>
        {others.length > 0 && <Elsewhere count={others.length} />}
      </WorkspaceMain>
    </WorkspaceFrame>
  );
}

/** The button is next to what it ends, and these forms have no fields above it. */
const NO_GAP = "[&>:last-child]:mt-0";

function HowLong() {
  const { longest, unused } = sessionTimes();
  const hours = (ms: number) => countOf(ms / 3_600_000, "hour");
  return `You are signed out when you have not used a browser for ${hours(unused)}, and at the latest ${hours(longest)} after signing in.`;
}

function Session({ session: { id, browser, beganAt, usedAt, here } }: { session: OwnSession }) {
  const name = browser || "Unknown browser";
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b className="font-semibold">{name}</b>
          {here && <Tag>This browser</Tag>}
        </p>
        <p className="text-sm text-soft">Signed in: {formatInstant(beganAt)}</p>
        <p className="text-sm text-soft">Last used: {formatInstant(usedAt)}</p>
      </div>
      {!here && (
        <Form
          action={signOutThere}
          submitLabel={`Sign out ${browser || "the unknown browser"}`}
          submitVariant="quiet"
          className={NO_GAP}
        >
          <input type="hidden" name="id" value={id} />
        </Form>
      )}
    </div>
  );
}

function Elsewhere({ count }: { count: number }) {
  return (
    <section aria-labelledby="elsewhere" className="mt-8 max-w-measure">
      <h2 id="elsewhere">Sign out everywhere else</h2>
      <p className="mt-2 mb-4">
        Do this if you do not recognise a browser, or left one open on a shared computer. Contributions that
        wait to be sent there stay there, encrypted, and are sent when you next sign in.
      </p>
      <Form
        className={NO_GAP}
        action={signOutElsewhere}
        submitLabel={count === 1 ? "Sign out the other browser" : `Sign out the ${count} other browsers`}
      />
    </section>
  );
}
