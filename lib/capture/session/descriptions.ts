type WithParticipants = { participants: readonly { id: string; description: string }[] };

/**
 * The session for a page that a browser keeps in the clear: participants have their labels alone, because a role, a
 * setting and a region together may tell who somebody is.
 */
export function withoutDescriptions<Session extends WithParticipants>(session: Session): Session {
  return { ...session, participants: session.participants.map((one) => ({ ...one, description: "" })) };
}

/** The session with the descriptions that it lacks, by the ids of participants. */
export function withDescriptions<Session extends WithParticipants>(
  session: Session,
  descriptions: Readonly<Record<string, string>>,
): Session {
  const participants = session.participants.map((one) => ({
    ...one,
    description: one.description === "" ? (descriptions[one.id] ?? "") : one.description,
  }));
  return { ...session, participants };
}

/** Descriptions by the ids of participants, for `withDescriptions`. */
export function descriptionsOf({ participants }: WithParticipants): Record<string, string> {
  const described = participants.filter(({ description }) => description !== "");
  return Object.fromEntries(described.map(({ id, description }) => [id, description]));
}
