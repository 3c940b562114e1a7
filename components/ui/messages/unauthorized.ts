/** As in not-found.ts. */
export const UNAUTHORIZED = {
  title: "You are not signed in",
  body: "Go to the start page and sign in, then open this page again.",
};
