/** As in not-found.ts. */
export const FORBIDDEN = {
  title: "Your role does not include this page",
  body: "You have not done anything wrong. If you need this page for your work, ask the lead of the review to change your role.",
};
