/**
 * Expected failures of a command: it throws one, so that its transaction rolls back, and the form action or
 * route turns it into words or a status. Anything else thrown is a fault and is logged.
 */
export type RefusalKind =
  | "sign-in"
  | "not-found"
  | "forbidden"
  | "stale"
  | "invalid"
  | "too-large"
  | "limited"
  | "unavailable";

/** Who was refused what, for the audit log: `action` is one of the policy's. */
export type Refused = { userId: string; reviewId: string; action: string };

export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    message: string,
    readonly fieldErrors: Record<string, string> = {},
    readonly refused: Refused | null = null,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/**
 * What a viewer may not see is not found: the same words whether or not it exists. `refused` is given where it does.
 */
export function notFound(what: string, refused: Refused | null = null): Refusal {
  return new Refusal(
    "not-found",
    `This ${what} does not exist, or you do not have access to it.`,
    {},
    refused,
  );
}

/** A rule of the domain refuses it; `field` ties the words to the input that they are about. */
export function invalid(message: string, field?: string): Refusal {
  return new Refusal("invalid", message, field ? { [field]: message } : {});
}

/** More was sent than is taken at once; `field` as for `invalid`. */
export function tooLarge(message: string, field?: string): Refusal {
  return new Refusal("too-large", message, field ? { [field]: message } : {});
}

export const HTTP_STATUS: Record<RefusalKind, number> = {
  "sign-in": 401,
  "not-found": 404,
  forbidden: 403,
  stale: 409,
  invalid: 422,
  "too-large": 413,
  limited: 429,
  unavailable: 503,
};
