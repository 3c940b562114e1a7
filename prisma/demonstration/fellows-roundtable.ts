import { fellowsAccess } from "./fellows-access";
import { fellowsAssessment } from "./fellows-assessment";
import { fellowsDelivery } from "./fellows-delivery";
import { fellowsFit } from "./fellows-fit";
import { fellowsParticipants } from "./fellows-participants";
import { fellowsPractice } from "./fellows-practice";
import { fellowsStrengths } from "./fellows-strengths";
import type { DemoRoundtable } from "./types";

export const fellowsRoundtable: DemoRoundtable = {
  slug: "fellows-london-may-2025",
  title: "Fellows' roundtable, London",
  date: "2025-05-14",
  start: "14:00",
  place: "London",
  online: false,
  host: "Chartered College of Teaching, with the Department for Education",
  confidentiality: "chatham_house",
  state: "closed",
  questions: [
    "What do NPQs do well, for the people who take them and for their schools?",
    "How well does the content fit people’s jobs and settings?",
    "How do teaching, marking and support on NPQs work in practice?",
    "Who gets to take an NPQ, who pays, and what should happen next?",
  ],
  participants: fellowsParticipants,
  contributions: [
    ...fellowsStrengths,
    ...fellowsFit,
    ...fellowsPractice,
    ...fellowsAssessment,
    ...fellowsDelivery,
    ...fellowsAccess,
  ],
};
