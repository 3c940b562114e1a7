"use client";

import { Link } from "@/components/ui/link";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { Tag } from "@/components/ui/tag";
import { KIND_WORDS } from "@/lib/aggregate/search/filters";
import type { Hit, Placed } from "@/lib/aggregate/search/hit";
import { formatDate } from "@/lib/platform/text/dates";
import { MarkedText } from "./marked-text";
import { themeInAddress } from "@/lib/tag/codebook/theme-slug";

type Props = {
  hit: Hit;
  /** Where the review is. */
  here: string;
  /** Slug to title. */
  themes: ReadonlyMap<string, string>;
};

type ListProps = Omit<Props, "hit"> & { hits: readonly Hit[] };

/** The results. A client component, so that a page holds them once as markup and once as data alone. */
export function HitList({ hits, ...rest }: ListProps) {
  return (
    <ol className="hits">
      {hits.map((hit) => (
        <HitItem key={hit.id} hit={hit} {...rest} />
      ))}
    </ol>
  );
}

/** One result: what it is, its words, and the way to its own page. */
function HitItem({ hit, here, themes }: Props) {
  const about = aboutOf(hit);
  return (
    <li>
      <p>
        <Tag tone="plain">{KIND_WORDS[hit.kind].one}</Tag>
        {about && <span>{about}</span>}
      </p>
      <blockquote>
        <MarkedText pieces={hit.text} />
      </blockquote>
      <div>
        {"placed" in hit && <Places placed={hit.placed} themes={themes} />}
        <ToPage hit={hit} here={here} themes={themes} />
      </div>
    </li>
  );
}

const wordingWords = (verbatim: boolean) => (verbatim ? "word for word" : "the gist");

function aboutOf(hit: Hit): string {
  switch (hit.kind) {
    case "contribution":
      return [hit.speaker, hit.roundtable, wordingWords(hit.verbatim)].filter(Boolean).join(" · ");
    case "finding":
      return "";
    case "hands":
      return [
        `${hit.raised} of the ${hit.asked} people asked raised their hands`,
        hit.place && `${hit.place.title}, ${formatDate(hit.place.heldOn)}`,
      ]
        .filter(Boolean)
        .join(" · ");
    case "memo":
      return [hit.by, hit.roundtable].join(" · ");
    case "report":
      return hit.version === null
        ? `${hit.title}, the draft as it is now`
        : `${hit.title}, version ${hit.version}`;
  }
}

function Places({ placed, themes }: { placed: readonly Placed[]; themes: Props["themes"] }) {
  return placed.map(({ theme, stance }) => (
    <span key={`${theme} ${stance ?? ""}`}>
      {themes.get(theme)}
      {stance && <StanceSign stance={stance} />}
    </span>
  ));
}

/** What was released has no page of its own: it stands on the page of each of its themes. */
function ReadOnThemes({ placed, here, themes }: Omit<Props, "hit"> & { placed: readonly Placed[] }) {
  return [...new Set(placed.map(({ theme }) => theme))].map((theme) => (
    <Link key={theme} href={`${here}/dashboard/${themeInAddress(theme)}`}>
      Read what was said on {themes.get(theme) ?? theme}
    </Link>
  ));
}

function ToPage({ hit, here, themes }: Props) {
  switch (hit.kind) {
    case "contribution":
      if (hit.speaker !== null)
        return <Link href={`${here}/contributions/${hit.id}`}>Open the contribution</Link>;
      return <ReadOnThemes placed={hit.placed} here={here} themes={themes} />;
    case "finding":
      if (!hit.released) return <Link href={`${here}/findings/${hit.id}`}>Open the finding</Link>;
      return <ReadOnThemes placed={hit.placed} here={here} themes={themes} />;
    case "hands":
      return <ReadOnThemes placed={hit.placed} here={here} themes={themes} />;
    case "memo":
      return <Link href={`${here}/contributions/${hit.contributionId}`}>Open its contribution</Link>;
    case "report":
      return (
        <Link href={`${here}/reports/${hit.slug}${hit.version === null ? "" : `/versions/${hit.version}`}`}>
          Open the report
        </Link>
      );
  }
}
