import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TextInput } from "@/components/ui/form/text-input";
import { forPage } from "@/lib/access/page";
import { searchSchools } from "@/lib/capture/people/queries/schools";
import type { School } from "@/lib/capture/people/school";
import { readRoundtable, roundtableHref } from "../../read-roundtable";

export const metadata: Metadata = { title: "Look up a school" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people/school">;

/** Looking up a school without a script: search, choose, and return to the form with it filled in. */
export default async function LookUpSchool({ params, searchParams }: Props) {
  const { viewer, slugs, crumbs } = await readRoundtable(params);
  const query = await searchParams;
  const asked = typeof query.q === "string" ? query.q : "";
  const participant = z.uuid().safeParse(query.participant).data ?? null;
  const schools = await forPage(searchSchools(viewer, asked));
  const people = roundtableHref(slugs, "people");
  const chosen = ({ urn }: School) =>
    participant ? `${people}/${participant}?names=1&school=${urn}#name` : `${people}/add?school=${urn}`;
  return (
    <>
      <PageHeader
        title="Look up a school"
        breadcrumb={[...crumbs, { label: "People", href: people }, { label: "School" }]}
        meta="In the register of schools in England"
      />
      <form method="get" className="grid gap-6">
        {participant && <input type="hidden" name="participant" value={participant} />}
        <TextInput
          name="q"
          type="search"
          label="School"
          hint="Enter part of its name or town, or its number."
          defaultValue={asked}
        />
        <div>
          <Button type="submit">Search</Button>
        </div>
      </form>
      {asked !== "" && (
        <section aria-labelledby="found" className="mt-10">
          <h2 id="found" className="mb-3">
            {schools.length === 0 ? "No school was found" : "Schools found"}
          </h2>
          {schools.length === 0 ? (
            <p className="max-w-measure">
              Try fewer words. If the organisation is not a school, type it into the form.
            </p>
          ) : (
            <ul className="border-t border-line">
              {schools.map((school) => (
                <li key={school.urn} className="border-b border-faint py-3">
                  <Link href={chosen(school)} className="font-semibold">
                    {school.name}
                  </Link>
                  <span className="block text-meta text-soft">{placeOf(school)}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}

function placeOf({ town, localAuthority, phase, urn, open }: School): string {
  return [town, localAuthority, phase, `number ${urn}`, open ? null : "closed"].filter(Boolean).join(", ");
}
