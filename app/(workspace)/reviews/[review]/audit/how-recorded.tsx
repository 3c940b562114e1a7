import { Details } from "@/components/ui/details";

/** What the log holds and what it does not, for whoever has to answer for it. */
export function HowRecorded() {
  return (
    <div className="mt-10">
      <Details summary="What is recorded">
        <p>
          Every change is one entry. Reading is recorded for names, contributions, released evidence and this
          log, and so are downloads: one entry for each person and roundtable, release or report in four
          hours. Reading the same again within four hours adds none. If a reading cannot be recorded, it is
          refused. Earlier versions recorded only the reading of names.
        </p>
        <p className="mt-2">
          An entry holds no participant’s name and none of their words. Entries are numbered and chained every
          few seconds. When you check the chain, it shows if somebody changed an entry or removed one before
          the last.
        </p>
      </Details>
    </div>
  );
}
