/**
 * The sentences of a page that replaces another one, with and without a menu around them. Such pages are client components:
 * every page holds them twice, in case it cannot be shown, and so holds their names alone. Each has a file of its own, because
 * each is in every page's script.
 */
export const NOT_FOUND = {
  title: "This page does not exist, or you do not have access to it",
  body: "Check the address. If somebody sent you the link, ask them if you are a member of that review.",
};
