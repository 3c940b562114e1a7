"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ToldMeans } from "@/lib/capture/people/participant";
import { PERMISSION_LEVELS, TOLD_MEANS } from "@/lib/capture/people/permission-choices";
import { countOf } from "@/lib/platform/text/count-words";
import { MEANS_WORDS, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";

type Props = { chosen: number; scripts: boolean; onSet: (permission: string, means: string) => void };

/** One permission for all selected rows. Without JavaScript, its buttons save the rows too. */
export function PeoplePermissionBar({ chosen, scripts, onSet }: Props) {
  const [means, setMeans] = useState<ToldMeans>(TOLD_MEANS[0]);
  const none = scripts && chosen === 0;
  return (
    <fieldset className="mt-4 grid gap-2">
      <legend className="font-semibold">
        {none || !scripts
          ? "Permission of the people you choose"
          : `Permission of ${countOf(chosen, "person", "people")}`}
      </legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        <span className="self-center text-meta text-soft">How they said so</span>
        {TOLD_MEANS.map((one) => (
          <label key={one} className="flex min-h-9 items-center gap-2 text-meta pointer-coarse:min-h-11">
            <input
              type="radio"
              name="setMeans"
              value={one}
              checked={means === one}
              onChange={() => setMeans(one)}
              className="size-6 rounded-full"
            />
            {MEANS_WORDS[one]}
          </label>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        {PERMISSION_LEVELS.map((level) => (
          <Button
            key={level}
            type="submit"
            name="setPermission"
            value={level}
            variant="quiet"
            size="small"
            aria-disabled={none || undefined}
            onClick={(event) => {
              event.preventDefault();
              if (!none) onSet(PERMISSION_WORDS[level], MEANS_WORDS[means]);
            }}
          >
            {PERMISSION_WORDS[level]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
