import { CODE, NAME, type TextColumns } from "@/lib/platform/text-columns";

/** Accounts and signing in. An account is its owner's, and outlives their part in a review. */
export const ACCESS_TEXT: TextColumns = {
  "user.name": NAME,
  "user.email": NAME,
  "user.image": NAME,
  "user.outbox_key": CODE,
  "account.type": CODE,
  "account.provider": CODE,
  "account.provider_account_id": CODE,
  "account.refresh_token": CODE,
  "account.access_token": CODE,
  "account.token_type": CODE,
  "account.scope": CODE,
  "account.id_token": CODE,
  "account.session_state": CODE,
  "session.session_token": CODE,
  "session.browser": CODE,
  "verification_token.identifier": NAME,
  "verification_token.token": CODE,
  "rate_bucket.key": CODE,
};
