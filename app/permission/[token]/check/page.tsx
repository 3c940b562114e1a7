import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PermissionConsequences } from "@/components/capture/permission/permission-consequences";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PERMISSION_LEVELS } from "@/lib/capture/people/permission-choices";
import { isNarrowing } from "@/lib/capture/permission/permission";
import { CHOICE_WORDS } from "@/lib/capture/permission/permission-words";
import { previewOwnNarrowing } from "@/lib/capture/permission/queries/permission-links";
import { readLink } from "../read-link";

export const metadata: Metadata = { title: "Check what this changes" };

/** The consequences of a narrower choice, before it is made. */
export default async function CheckPermission(props: PageProps<"/permission/[token]/check">) {
  const { page, query, by, here } = await readLink(props);
  const from = page.chosen?.level ?? null;
  const to = PERMISSION_LEVELS.find((level) => level === query.to);
  if (to === undefined || !isNarrowing(from, to)) redirect(here);
  return (
    <>
      <PageHeader title="Check what this changes" meta={`You are ${page.label} at ${page.roundtable}`} />
      <div className="grid gap-6">
        <p className="max-w-measure">
          You are about to choose: <b>{CHOICE_WORDS[to].title.toLowerCase()}</b>. {CHOICE_WORDS[to].means}
        </p>
        <PermissionConsequences consequences={await previewOwnNarrowing(page, to)} />
        <Notice tone="warning" title="we cannot withdraw what has been published">
          Copies that people have read, printed or downloaded stay with them.
        </Notice>
        <form method="post" action={`${here}/choose`} className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <input type="hidden" name="level" value={to} />
          <input type="hidden" name="wording" value={page.wording.version} />
          <input type="hidden" name="by" value={by} />
          <input type="hidden" name="confirmed" value="yes" />
          <Button type="submit">Change my choice</Button>
          <a href={by ? `${here}?by=${by}` : here}>Cancel</a>
        </form>
      </div>
    </>
  );
}
