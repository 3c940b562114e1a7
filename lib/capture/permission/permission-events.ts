import { defineHook } from "@/lib/platform/hooks";
import type { PermissionLevel } from "@/lib/capture/people/permission-choices";
import { type Consequence } from "@/lib/capture/people/consequence";

/** Asked before a participant's permission is narrowed: what depends on the wider one. Nothing is changed. */
export const permissionNarrowing = defineHook<
  { participantId: string; from: PermissionLevel | null; to: PermissionLevel },
  Consequence[]
>("capture.permission-narrowing");
