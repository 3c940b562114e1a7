import { personErased } from "@/lib/capture/hooks";

/** Lets erasure reach the rounds that lines were drawn for; called once when the application starts. */
export function registerRoundHandlers(): void {
  // A stratum's name tells an attribute of the speaker, which goes with the rest of what is known of them.
  personErased.register("tag-rounds", async (tx, { contributionIds }) => {
    await tx.$executeRaw`
      UPDATE coding_round_line SET stratum = split_part(stratum, ' ', 1)
      WHERE contribution_id = ANY(${contributionIds}::uuid[])`;
  });
}
