import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { Radios } from "@/components/ui/form/radios";
import { PageHeader } from "@/components/ui/page-header";
import { Quote } from "@/components/ui/quote";
import { forPage } from "@/lib/access/page";
import { removedWords } from "@/lib/capture/contribution/contribution-words";
import type { LateEntry } from "@/lib/capture/session/late";
import { listLate } from "@/lib/capture/session/queries/late-entries";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { readRoundtable } from "../read-roundtable";
import { decide } from "./actions";

export const metadata: Metadata = { title: "Late contributions" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/late">;

export default async function LateContributions({ params }: Props) {
  const { viewer, review, roundtable, crumbs } = await readRoundtable(params);
  const [entries, themes] = await Promise.all([
    forPage(listLate(viewer, roundtable.id)),
    listThemes(viewer, review.id, { retired: true }),
  ]);
  const titles = new Map(themes.map(({ id, title }) => [id, title]));
  const waiting = entries.filter(({ decided, erased }) => decided === null && !erased);
  const over = entries.filter(({ decided, erased }) => decided !== null || erased);
  const contributionHref = (id: string) => `/reviews/${review.slug}/contributions/${id}`;
  return (
    <>
      <RefreshOnChange watch={{ reviewId: review.id, roundtableId: roundtable.id }} />
      <PageHeader
        title="Late contributions"
        breadcrumb={[...crumbs, { label: "Late contributions" }]}
        meta={
          waiting.length > 0
            ? `${countOf(waiting.length, "entry", "entries")} to decide on`
            : "Nothing left to decide"
        }
      />
      <p className="mb-8 max-w-measure">
        These were typed before the roundtable closed and arrived afterwards. The closed record does not
        change. If you accept a contribution, it is added alongside the record and counted. If you accept an
        edit, it becomes an amendment to the contribution. Anything you set aside is kept here.
      </p>
      {entries.length === 0 && (
        <EmptyState title="Nothing arrived late">
          If somebody was offline when the roundtable closed, their contributions appear here.
        </EmptyState>
      )}
      <ol className="grid gap-10">
        {waiting.map((entry) => (
          <li key={entry.id}>
            <Waiting entry={entry} titles={titles} contributionHref={contributionHref} />
          </li>
        ))}
      </ol>
      {over.length > 0 && (
        <section aria-labelledby="decided" className="mt-12">
          <h2 id="decided">Decided</h2>
          <ul className="mt-3 grid gap-4">
            {over.map((entry) => (
              <li key={entry.id}>
                <Quote source={decisionOf(entry)}>{entry.text ?? entry.change}</Quote>
                <LateThemes entry={entry} titles={titles} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Titles = ReadonlyMap<string, string>;
type EntryProps = { entry: LateEntry; titles: Titles; contributionHref: (id: string) => string };

function Waiting({ entry, titles, contributionHref }: EntryProps) {
  const { id, kind, change, who, text, saidAt, sentAt, sentBy, contribution } = entry;
  const sent = `Sent by ${sentBy} on ${formatInstant(sentAt)}${saidAt ? `, said on ${formatInstant(saidAt)}` : ""}`;
  return (
    <article aria-labelledby={`entry-${id}`}>
      <h2 id={`entry-${id}`} className="text-subheading">
        {[change, who].filter(Boolean).join(", ")}
      </h2>
      <div className="mt-2 mb-4 grid gap-4">
        {text !== null ? <Quote source={sent}>{text}</Quote> : <p className="text-meta text-soft">{sent}</p>}
        <LateThemes entry={entry} titles={titles} />
        {contribution && (
          <Quote
            source={<Link href={contributionHref(contribution.id)}>The contribution in the record</Link>}
          >
            {contribution.text || removedWords()}
          </Quote>
        )}
      </div>
      <Form action={decide} submitLabel="Decide">
        <input type="hidden" name="id" value={id} />
        <Radios name="decision" label="Your decision" options={choicesOf(kind)} />
      </Form>
    </article>
  );
}

/** The themes that come with a contribution; for an edit, those that could not be changed on it. */
function LateThemes({ entry: { kind, themes }, titles }: Pick<EntryProps, "entry" | "titles">) {
  const said = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? "a deleted theme").join(", ");
  return (
    <p className="text-meta empty:hidden">
      {[
        themes.add.length > 0 &&
          `${kind === "contribution" ? "Themes" : "Themes that were not set"}: ${said(themes.add)}.`,
        themes.remove.length > 0 && `Themes that were not removed: ${said(themes.remove)}.`,
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}

function choicesOf(kind: LateEntry["kind"]) {
  const aside = { value: "set-aside", label: "Set it aside", hint: "It is kept here and does not count." };
  switch (kind) {
    case "contribution":
      return [
        {
          value: "take",
          label: "Accept",
          hint: "It is added alongside the record and counted. It still has to be tagged and cleared.",
        },
        aside,
      ];
    case "edit":
      return [
        {
          value: "take",
          label: "Accept",
          hint: "It becomes an amendment with these words. The speaker, question and stance do not change.",
        },
        aside,
      ];
    case "other":
      return [
        { ...aside, hint: "You can add an amendment to the contribution to say what it should have been." },
      ];
  }
}

function decisionOf({ decided, erased, sentBy, sentAt }: LateEntry): string {
  const sent = `Sent by ${sentBy} on ${formatInstant(sentAt)}`;
  if (!decided) return erased ? `${sent}. Its words were removed.` : sent;
  const what = decided.taken ? "accepted" : "set aside";
  return `${sent}; ${what} by ${decided.by} on ${formatInstant(decided.at)}`;
}
