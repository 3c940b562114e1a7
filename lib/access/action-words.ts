/**
 * An audited action in words: "contribution.record" becomes "Contribution: record". The names are the
 * commands' own, so a new one needs nothing here.
 */
export function actionWords(action: string): string {
  const [subject = "", verb = ""] = action.split(".");
  const words = (part: string) => part.replaceAll(/[-_]/g, " ");
  return `${words(subject).charAt(0).toUpperCase()}${words(subject).slice(1)}${verb ? `: ${words(verb)}` : ""}`;
}
