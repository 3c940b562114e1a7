import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { CHOICE_WORDS } from "@/lib/capture/permission/permission-words";
import { formatDate } from "@/lib/platform/text/dates";
import { readLink } from "../read-link";

export const metadata: Metadata = { title: "Your choice is recorded" };

/** That the choice is recorded, and what happens next. */
export default async function PermissionDone(props: PageProps<"/permission/[token]/done">) {
  const { page, here } = await readLink(props);
  if (!page.chosen) redirect(here);
  const { title, means } = CHOICE_WORDS[page.chosen.level];
  return (
    <>
      <PageHeader title="Your choice is recorded" meta={`You are ${page.label} at ${page.roundtable}`} />
      <div className="grid gap-6">
        <Notice tone="success" title={title.toLowerCase()}>
          {means}
        </Notice>
        <section aria-labelledby="next">
          <h2 id="next" className="mb-2">
            What happens next
          </h2>
          <ul className="grid max-w-measure list-disc gap-1 pl-5">
            <li>Your choice applies from now on to everything you said at this roundtable.</li>
            <li>
              You can <a href={here}>change it with the same link</a> until {formatDate(page.expiresAt)}.
              After that, ask a facilitator.
            </li>
            <li>We cannot withdraw anything that has been published by then.</li>
            <li>
              To leave the review, or to have your words erased, ask a facilitator. These are separate
              requests.
            </li>
          </ul>
        </section>
      </div>
    </>
  );
}
