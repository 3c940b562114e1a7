import type { Metadata } from "next";
import { PermissionChoice } from "@/components/capture/permission/permission-choice";
import { PermissionWording } from "@/components/capture/permission/permission-wording";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SummaryList } from "@/components/ui/summary-list";
import { ALWAYS_SAID, CHOICE_WORDS } from "@/lib/capture/permission/permission-words";
import type { PermissionPage } from "@/lib/capture/permission/permission";
import { CONFIDENTIALITY_MEANS, CONFIDENTIALITY_WORDS } from "@/lib/capture/roundtable/roundtable-words";
import { formatDate, formatInstant } from "@/lib/platform/text/dates";
import { readLink } from "./read-link";

const PROBLEMS: Record<string, string> = {
  choose: "Choose what may happen with what you say",
  wording: "The wording has changed since you opened this page. Read it again, then choose",
  often: "There have been too many changes using this link. Wait an hour and try again",
};

type Props = PageProps<"/permission/[token]">;

function problemOf({ problem }: Record<string, unknown>): string | null {
  return typeof problem === "string" ? (PROBLEMS[problem] ?? null) : null;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: `${problemOf(await searchParams) ? "Error: " : ""}Your permission` };
}

/** Shows only the label: a person who finds a slip learns nobody's name. */
export default async function Permission(props: Props) {
  const { page, query, by, here } = await readLink(props);
  const { label, wording, chosen } = page;
  return (
    <>
      <PageHeader title="What may happen with what you say" meta={`You are ${label} at this roundtable`} />
      <div className="grid gap-8">
        <Present page={page} />
        <SummaryList rows={about(page)} />
        <section aria-labelledby="wording">
          <h2 id="wording" className="mb-3">
            What we ask you
          </h2>
          <PermissionWording text={wording.text} />
          <ul className="mt-4 grid max-w-measure list-disc gap-1 pl-5">
            {ALWAYS_SAID.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="mt-3 text-meta text-soft">This is wording {wording.version}.</p>
        </section>
        <PermissionChoice
          action={`${here}/choose`}
          by={by}
          wording={wording.version}
          level={chosen?.level ?? null}
          problem={problemOf(query)}
        />
        <p className="max-w-measure text-meta text-soft">
          You can come back and change your choice with this link until {formatDate(page.expiresAt)}. Do not
          share it: anyone who has the link can choose for you.
        </p>
      </div>
    </>
  );
}

function Present({ page: { chosen, wording } }: { page: PermissionPage }) {
  if (!chosen)
    return (
      <Notice title="you have not chosen yet">
        Until you do, what you say is treated as not to be published.
      </Notice>
    );
  return (
    <Notice title={`your current choice: ${CHOICE_WORDS[chosen.level].title.toLowerCase()}`}>
      Since {formatInstant(chosen.from)}, under wording {chosen.wording}.
      {chosen.wording !== wording.version &&
        " The wording has changed since then. Your choice still applies."}
    </Notice>
  );
}

function about({ review, roundtable, heldOn, host, confidentiality }: PermissionPage) {
  return [
    { key: "Review", value: review },
    { key: "Roundtable", value: `${roundtable}, ${formatDate(heldOn)}` },
    { key: "Hosted by", value: host },
    {
      key: "Confidentiality",
      value: `${CONFIDENTIALITY_WORDS[confidentiality]}. ${CONFIDENTIALITY_MEANS[confidentiality]}`,
    },
  ];
}
