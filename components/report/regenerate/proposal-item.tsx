import { QuickForm } from "@/components/report/draft/quick-form";
import type { FormAction } from "@/components/ui/form/sending";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { BLOCK_TYPE_WORDS, SECTION_WORDS } from "@/lib/report/draft/document-kind";
import { typeOf, withoutFullStop } from "@/lib/report/draft/block";
import type { Proposal } from "@/lib/report/regenerate/proposal";
import { ProposalWords } from "./proposal-words";

type Props = {
  proposal: Proposal;
  reportId: string;
  /** The page of the proposals, to come back to, and the one where the draft is edited. */
  page: string;
  editor: string;
  /** The first words of a paragraph of the draft. */
  excerptOf: (blockId: string) => string;
  /** What a paragraph is about: its title, or the subheading above it; empty where there is neither. */
  headingOf: (blockId: string) => string;
  answer: FormAction;
};

/** One proposal: what it would change, and a button to accept it and one to leave the draft as it is. */
export function ProposalItem({ proposal, reportId, page, editor, excerptOf, headingOf, answer }: Props) {
  const { key, theirs } = proposal;
  const fields = { reportId, proposal: key, next: page };
  const blockId = proposal.is === "order" ? null : (proposal.block?.id ?? null);
  const title = titleOf(proposal, blockId === null ? newTitle(proposal) : headingOf(blockId));
  const accept =
    theirs && proposal.is === "change" && proposal.words ? "Replace with the new words" : "Accept";
  return (
    <li className="border-l-3 border-line pl-4 sm:pl-5">
      <h2
        id={`proposal-${key.slice(0, 12)}`}
        className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-base"
      >
        {title}
        {theirs && <Tag tone="warning">{theirWords(proposal)}</Tag>}
      </h2>
      <ProposalWords proposal={proposal} excerptOf={excerptOf} />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        <QuickForm
          action={answer}
          fields={{ ...fields, answer: "accept" }}
          label={accept}
          name={`${accept}: ${title}`}
          variant={theirs ? "quiet" : "primary"}
        />
        <QuickForm
          action={answer}
          fields={{ ...fields, answer: "leave" }}
          label="Leave as it is"
          name={`Leave as it is: ${title}`}
        />
        {theirs && blockId !== null && proposal.is !== "add" && (
          <Link href={`${editor}#${blockId}`}>Edit it yourself</Link>
        )}
      </div>
    </li>
  );
}

const TITLES = {
  change: "to change",
  add: "to add",
  remove: "to take out",
} as const;

/** The title that a paragraph begins with which the draft does not have yet. */
function newTitle(proposal: Proposal): string {
  const first = proposal.is === "add" ? proposal.fresh.telling.stretches[0] : undefined;
  return first?.styles.includes("strong") ? withoutFullStop(first.text) : "";
}

/** It begins with the part, and what the paragraph is about there. */
function titleOf(proposal: Proposal, heading: string): string {
  if (proposal.is === "order") return `${SECTION_WORDS[proposal.section]}: another order`;
  const { section, type } =
    proposal.is === "remove"
      ? { section: proposal.block.section, type: typeOf(proposal.block.content) }
      : proposal.fresh.block;
  const where = [SECTION_WORDS[section], heading].filter(Boolean).join(", ");
  const what = BLOCK_TYPE_WORDS[type].toLowerCase();
  if (proposal.is === "change" && !proposal.words) return `${where}: ${what} with other evidence`;
  const back = proposal.is === "add" && proposal.block ? "to put back" : TITLES[proposal.is];
  return `${where}: ${what} ${back}`;
}

function theirWords(proposal: Proposal): string {
  if (proposal.is === "order") return "Moved by people";
  return proposal.is === "add" ? "Removed by people" : "Edited or kept by people";
}
