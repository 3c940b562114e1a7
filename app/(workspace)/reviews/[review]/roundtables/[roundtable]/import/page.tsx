import type { Metadata } from "next";
import Link from "next/link";
import { ImportProblems } from "@/components/capture/import-problems";
import { Details } from "@/components/ui/details";
import { FileInput } from "@/components/ui/file-input";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Radios } from "@/components/ui/radios";
import { TextInput } from "@/components/ui/text-input";
import { forPage } from "@/lib/access/page";
import { IMPORT_FIELDS } from "@/lib/capture/import-columns";
import type { PastImport } from "@/lib/capture/import";
import { listImports } from "@/lib/capture/queries/imports";
import { recordingProblem } from "@/lib/capture/roundtable";
import { countOf } from "@/lib/capture/words";
import { readRoundtable, roundtableHref } from "../read-roundtable";
import { upload } from "./actions";
import { COLUMN_WORDS, ColumnsExplained } from "./columns-explained";
import { PastImports } from "./past-imports";

export const metadata: Metadata = { title: "Import from a file" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/import">;

export default async function ImportPage({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const imports = await forPage(listImports(viewer, roundtable.id));
  const query = await searchParams;
  const done = imports.find(({ id, undoneAt }) => id === query.done && !undoneAt);
  const problem = recordingProblem(roundtable.state);
  return (
    <>
      <PageHeader title="Import from a file" breadcrumb={[...crumbs, { label: "Import" }]} />
      {done && (
        <div className="mb-8">
          <Imported
            done={done}
            people={Number(query.people) || 0}
            unnamed={Number(query.unnamed) || 0}
            href={`/reviews/${review.slug}/contributions?roundtable=${roundtable.slug}`}
          />
        </div>
      )}
      {problem ? (
        <p className="max-w-measure">
          {problem} <Link href={roundtableHref(slugs)}>The roundtable’s page</Link>
        </p>
      ) : (
        <>
          <ColumnsExplained />
          <Form action={upload.bind(null, slugs)} submitLabel="Import this file" className="mt-8">
            <input type="hidden" name="roundtableId" value={roundtable.id} />
            <ImportProblems />
            <FileInput
              name="file"
              label="CSV file"
              hint="Up to 5 MB and 20,000 rows. In a spreadsheet, save as “CSV UTF-8”."
              accept=".csv,text/csv,text/plain"
            />
            <Radios
              name="unknownSpeakers"
              label="Speakers whom nobody here is called"
              hint="A speaker is found by label or by name, among those registered at this roundtable."
              options={[
                {
                  value: "participants",
                  label: "Become participants",
                  hint: "Each gets a label; the name goes into the table of names, and no permission is recorded.",
                },
                {
                  value: "unidentified",
                  label: "Are left out",
                  hint: "Their lines come in as those of a participant who is not known.",
                },
              ]}
              defaultValue="participants"
            />
            <Details summary="Say which column holds what">
              <div className="grid gap-5">
                <p className="text-meta text-soft">
                  Only for files whose columns are called otherwise. Enter the column’s name from the first
                  line.
                </p>
                {IMPORT_FIELDS.map((field) => (
                  <TextInput
                    key={field}
                    name={`column-${field}`}
                    label={COLUMN_WORDS[field].label}
                    optional
                    width="medium"
                    spellCheck={false}
                    autoComplete="off"
                  />
                ))}
              </div>
            </Details>
          </Form>
        </>
      )}
      <PastImports imports={imports} undoable={problem === null} />
    </>
  );
}

type ImportedProps = { done: PastImport; people: number; unnamed: number; href: string };

function Imported({ done, people, unnamed, href }: ImportedProps) {
  return (
    <Notice tone="success" title={`${countOf(done.rows, "line")} imported`}>
      {people > 0 && (
        <p>{countOf(people, "new participant")} registered. Record what each of them permits.</p>
      )}
      {unnamed > 0 && <p>{countOf(unnamed, "line")} left without a speaker.</p>}
      <p>
        <Link href={href}>See the lines</Link>
      </p>
    </Notice>
  );
}
