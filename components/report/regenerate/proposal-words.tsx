import { TextDiff } from "@/components/ui/text/text-diff";
import { countOf } from "@/lib/platform/text/count-words";
import { claimsIn, plainText } from "@/lib/report/draft/block";
import { listed } from "@/lib/report/draft/wording";
import { wordsIn } from "@/lib/report/draft/composed/telling";
import { evidenceChanges } from "@/lib/report/regenerate/evidence-change";
import type { Proposal } from "@/lib/report/regenerate/proposal";

type Change = Extract<Proposal, { is: "change" }>;
type Props = { proposal: Proposal; excerptOf: (blockId: string) => string };

/** What a proposal would change, in words: removed ones struck through, added ones underlined. */
export function ProposalWords({ proposal, excerptOf }: Props) {
  switch (proposal.is) {
    case "change":
      return <ChangedWords proposal={proposal} />;
    case "add":
      return (
        <p className="font-voice wrap-anywhere">
          <TextDiff before="" after={wordsIn(proposal.fresh.telling)} />
        </p>
      );
    case "remove":
      return (
        <>
          <p className="mb-1 text-meta text-soft">
            {claimsIn(proposal.block.content).length > 0
              ? "Nothing in the evidence gives this any more."
              : "A draft that is generated today does not say this."}
          </p>
          <p className="font-voice wrap-anywhere">
            <TextDiff before={plainText(proposal.block.content)} after="" />
          </p>
        </>
      );
    case "order":
      return (
        <>
          <p className="mb-1 text-meta text-soft">
            What most people raised comes first. These would follow one another like this:
          </p>
          <ol className="list-decimal pl-6 font-voice wrap-anywhere">
            {proposal.order.map((id) => (
              <li key={id}>{excerptOf(id)}</li>
            ))}
          </ol>
        </>
      );
  }
}

function ChangedWords({ proposal }: { proposal: Change }) {
  const { composed, block, fresh, theirs, words } = proposal;
  const [then, draft, now] = [plainText(composed.content), plainText(block.content), wordsIn(fresh.telling)];
  if (!words)
    return (
      <>
        <p className="font-voice wrap-anywhere">{draft}</p>
        <Evidence proposal={proposal} />
      </>
    );
  return (
    <>
      {theirs && <Label>Generated before, with what the evidence has changed</Label>}
      <p className="font-voice wrap-anywhere">
        <TextDiff before={theirs ? then : draft} after={now} />
      </p>
      {(theirs ? then : draft) === now && (
        <p className="mt-1 text-meta text-soft">
          The words are the same. They rest on other findings or figures.
        </p>
      )}
      {theirs && (
        <>
          <Label>What the draft says now, and goes on saying unless you replace it</Label>
          <p className="font-voice wrap-anywhere">{draft}</p>
        </>
      )}
      <Evidence proposal={proposal} />
    </>
  );
}

const Label = ({ children }: { children: string }) => (
  <h3 className="mt-3 mb-1 font-ui text-meta font-normal text-soft first:mt-0">{children}</h3>
);

function Evidence({ proposal: { block, fresh } }: { proposal: Change }) {
  const changes = evidenceChanges(block, fresh);
  if (changes.length === 0) return null;
  return (
    <ul className="mt-2 grid list-disc gap-1 pl-5 text-meta wrap-anywhere">
      {changes.map(({ text, added, removed }) => (
        <li key={text}>
          “{text.trim()}” would{" "}
          {listed([
            ...(added > 0 ? [`cite ${countOf(added, "contribution")} that it does not cite`] : []),
            ...(removed > 0 ? [`no longer cite ${countOf(removed, "contribution")}`] : []),
          ])}
          .
        </li>
      ))}
    </ul>
  );
}
