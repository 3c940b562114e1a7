import { northernContributions } from "./northern-contributions";
import { northernParticipants } from "./northern-participants";
import type { DemoRoundtable } from "./types";

export const northernRoundtable: DemoRoundtable = {
  slug: "northern-leeds-september-2025",
  title: "Northern roundtable, Leeds",
  date: "2025-09-18",
  start: "14:00",
  place: "Leeds",
  online: false,
  host: "Chartered College of Teaching",
  confidentiality: "role_only",
  state: "closed",
  questions: [
    "What has changed in your school because somebody took an NPQ?",
    "What gets in the way?",
    "What would you keep, and what would you change?",
  ],
  participants: northernParticipants,
  contributions: northernContributions,
};
