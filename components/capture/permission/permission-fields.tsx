import { Radios } from "@/components/ui/form/radios";
import { PERMISSION_LEVELS, type PermissionLevel } from "@/lib/capture/people/permission-choices";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";

const HINTS: Record<PermissionLevel, string> = {
  verbatim: "Reviewers may read the words once they are cleared; reports may quote them.",
  paraphrase: "The words are used in findings. Only facilitators can read them.",
  not_published: "The words are counted. Only facilitators can read them.",
};

/** What a participant permits with their words. */
export function PermissionField({ name, level }: { name: string; level?: PermissionLevel | null }) {
  return (
    <Radios
      name={name}
      label="Permission"
      options={[
        ...PERMISSION_LEVELS.map((value) => ({ value, label: PERMISSION_WORDS[value], hint: HINTS[value] })),
        { value: "", label: NO_PERMISSION, hint: "This means the same as not to be published." },
      ]}
      defaultValue={level ?? ""}
    />
  );
}
