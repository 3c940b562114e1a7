/**
 * What a form action returns to its form. Nothing typed is lost: a refusal contains the values that were
 * sent, so that the form can show them again (without JavaScript too).
 */
export type FormValues = Record<string, string | string[]>;

export type FormRefusal = {
  ok: false;
  /** Shown at the top of the page when the refusal belongs to no single field. */
  message?: string;
  /** Field name to what is wrong with it, in words that say how to correct it. */
  fieldErrors: Record<string, string>;
  values: FormValues;
};

export type FormSuccess = { ok: true; message?: string };

/** A hidden field of forms behind sign-in: the id of the person who opened the page. */
export const SENT_AS = "sent-as";

/** null before the form was sent for the first time. */
export type FormState = FormSuccess | FormRefusal | null;
