import { Notice } from "@/components/ui/notice";
import type { ErasurePreview } from "@/lib/capture/protection/erasure";
import { countOf } from "@/lib/platform/text/count-words";

/** Exactly what an erasure removes, and what it cannot reach. */
export function ErasureConsequences({ preview }: { preview: ErasurePreview }) {
  const goes = preview.consequences.filter(({ undone }) => undone);
  const stays = preview.consequences.filter(({ undone }) => !undone);
  return (
    <div className="grid gap-5">
      <Notice tone="warning" title="this cannot be undone">
        This would remove the following, at {countOf(preview.roundtables, "roundtable")} they came to:
        <ul className="mt-2 list-disc pl-5">
          {wordsOf(preview).map((words) => (
            <li key={words}>{words}</li>
          ))}
          <li>
            their name, organisation, address, description, seat and links, mail waiting to be sent, and the
            link to their account
          </li>
          {goes.map(({ what, count }) => (
            <li key={what}>
              {count.toLocaleString("en-GB")} {what}
            </li>
          ))}
        </ul>
      </Notice>
      <div className="max-w-measure">
        <h2 className="text-subheading">What we cannot withdraw</h2>
        <ul className="mt-1 list-disc pl-5">
          {stays.map(({ what, count }) => (
            <li key={what}>
              {count.toLocaleString("en-GB")} {what}
            </li>
          ))}
          <li>an account that they sign in with. You can end its membership on the members page</li>
          <li>anything already printed, downloaded or copied</li>
          <li>backups already made. If one is restored, they are erased again</li>
        </ul>
        <p className="mt-3">
          They still count as present, but are removed from every other figure. Reports show a marked gap
          where they were quoted, and anything hashed or signed off can still be verified.
        </p>
      </div>
    </div>
  );
}

function wordsOf(preview: ErasurePreview): string[] {
  const { contributions, revisions, clearances, amendments, lateEntries, openImports, sameAs } = preview;
  const counted: [number, string, string?][] = [
    [revisions, "earlier wording"],
    [clearances, "cleared text"],
    [amendments, "amendment"],
    [lateEntries, "late entry", "late entries"],
    [
      openImports,
      "file being imported. Choose it again without their words",
      "files being imported. Choose them again without their words",
    ],
    [sameAs, "other record of the same person", "other records of the same person"],
  ];
  return [
    `the words of ${countOf(contributions, "contribution")}`,
    ...counted.filter(([count]) => count > 0).map(([count, one, many]) => countOf(count, one, many)),
  ];
}
