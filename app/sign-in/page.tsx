import type { Metadata } from "next";
import { headers } from "next/headers";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { TextInput } from "@/components/ui/form/text-input";
import { ROLE_WORDS } from "@/lib/access/role-words";
import { listDemonstrationPeople } from "@/lib/access/sign-in/demonstration-sign-in";
import { env } from "@/lib/platform/env";
import { askForLink, enterDemonstration } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignIn({ searchParams }: PageProps<"/sign-in">) {
  const { from } = await searchParams;
  const people = await listDemonstrationPeople(await headers());
  const back = <input type="hidden" name="from" value={typeof from === "string" ? from : "/"} />;
  return (
    <main id="main" tabIndex={-1} className="gutter mx-auto max-w-page py-10">
      <PageHeader title="Sign in" />
      {people.length > 0 && (
        <section aria-labelledby="demonstration" className="mb-10 max-w-measure">
          <h2 id="demonstration">Choose a person in the demonstration</h2>
          <p className="mt-2 text-soft">You can try everything. Each person sees what their role allows.</p>
          <ul className="mt-4 border-t border-line">
            {people.map((person) => (
              <li key={person.id} className="border-b border-faint py-3">
                <form
                  action={enterDemonstration}
                  className="flex flex-wrap items-center justify-between gap-3"
                >
                  <input type="hidden" name="user" value={person.id} />
                  {back}
                  <span>
                    <b className="font-semibold">{person.name}</b>
                    <span className="block text-sm text-soft">
                      {person.memberships
                        .map(({ role, review }) => `${ROLE_WORDS[role]}, ${review.title}`)
                        .join("; ")}
                    </span>
                  </span>
                  <Button type="submit" variant="quiet" aria-label={`Sign in as ${person.name}`}>
                    Sign in
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
      {env().SMTP_URL ? (
        <Form action={askForLink} submitLabel="Send me a link">
          <TextInput
            name="email"
            type="email"
            autoComplete="email"
            label="Your email address"
            hint="We send a link that signs you in. There is no password."
          />
        </Form>
      ) : (
        people.length === 0 && (
          <p>Sign-in by email is not set up here. Ask the person who runs this application.</p>
        )
      )}
    </main>
  );
}
