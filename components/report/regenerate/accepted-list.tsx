import { QuickForm } from "@/components/report/draft/quick-form";
import type { FormAction } from "@/components/ui/form/sending";
import { Link } from "@/components/ui/link";
import { TextDiff } from "@/components/ui/text/text-diff";
import { plainText, typeOf } from "@/lib/report/draft/block";
import { BLOCK_TYPE_WORDS, SECTION_WORDS } from "@/lib/report/draft/document-kind";
import type { Accepted } from "@/lib/report/regenerate/accepted";

type Props = {
  accepted: readonly Accepted[];
  reportId: string;
  /** The page to come back to, and the one where paragraphs' earlier words are. */
  page: string;
  history: string;
  /** The first words of a paragraph of the draft. */
  excerptOf: (blockId: string) => string;
  /** What a paragraph is about: its title, or the subheading above it; empty where there is neither. */
  headingOf: (blockId: string) => string;
  takeBack: FormAction;
};

/** What was accepted, each with a button that takes it back by itself. */
export function AcceptedList({ accepted, reportId, page, history, excerptOf, headingOf, takeBack }: Props) {
  if (accepted.length === 0) return null;
  return (
    <section id="accepted" aria-labelledby="accepted-heading" className="max-w-measure">
      <h2 id="accepted-heading" className="text-lg">
        What you accepted
      </h2>
      <p className="mt-2">
        Each change can be taken back by itself; the others stay. A paragraph that somebody has written in
        since is not listed, because taking it back would take those words too: its earlier words are in the{" "}
        <Link href={history}>history</Link>.
      </p>
      <ol className="mt-6 grid gap-9">
        {accepted.map((one) => (
          <AcceptedItem
            key={one.key}
            accepted={one}
            fields={{ reportId, accepted: one.key, next: page }}
            excerptOf={excerptOf}
            headingOf={headingOf}
            takeBack={takeBack}
          />
        ))}
      </ol>
    </section>
  );
}

type ItemProps = Pick<Props, "excerptOf" | "headingOf" | "takeBack"> & {
  accepted: Accepted;
  fields: Record<string, string>;
};

function AcceptedItem({ accepted, fields, excerptOf, headingOf, takeBack }: ItemProps) {
  const title = titleOf(accepted, headingOf);
  return (
    <li className="border-l-3 border-line pl-4 sm:pl-5">
      <h3 className="mb-2 text-base">{title}</h3>
      <p className="mb-1 text-meta text-soft">{wouldBe(accepted)}</p>
      <AcceptedWords accepted={accepted} excerptOf={excerptOf} />
      <div className="mt-3 print:hidden">
        <QuickForm action={takeBack} fields={fields} label="Take back" name={`Take back: ${title}`} />
      </div>
    </li>
  );
}

/** The draft as it would be: removed words struck through, added ones underlined. */
function AcceptedWords({ accepted, excerptOf }: Pick<ItemProps, "accepted" | "excerptOf">) {
  if (accepted.is === "order")
    return (
      <ol className="list-decimal pl-6 font-voice wrap-anywhere">
        {accepted.order.map((id) => (
          <li key={id}>{excerptOf(id)}</li>
        ))}
      </ol>
    );
  const now = accepted.is === "remove" ? "" : plainText(accepted.block.content);
  const before = accepted.is === "add" ? "" : plainText(accepted.before.content);
  return (
    <p className="font-voice wrap-anywhere">
      <TextDiff before={now} after={before} />
    </p>
  );
}

const TITLES = { change: "changed", add: "added", remove: "taken out" } as const;

function titleOf(accepted: Accepted, headingOf: Props["headingOf"]): string {
  if (accepted.is === "order") return `${SECTION_WORDS[accepted.section]}: another order`;
  const { id, section, content } = accepted.block;
  const what = BLOCK_TYPE_WORDS[typeOf(content)].toLowerCase();
  const done =
    accepted.is === "change" && accepted.edit.is === "cite" ? "with other evidence" : TITLES[accepted.is];
  return `${[SECTION_WORDS[section], headingOf(id)].filter(Boolean).join(", ")}: ${what} ${done}`;
}

function wouldBe(accepted: Accepted): string {
  switch (accepted.is) {
    case "change":
      return accepted.edit.is === "cite"
        ? "Taken back, the words stay and cite what they cited before."
        : "Taken back, it would say this again:";
    case "add":
      return "Taken back, it would be removed again:";
    case "remove":
      return "Taken back, it would be put back:";
    case "order":
      return "Taken back, they would follow one another like this again:";
  }
}
