import { Button } from "@/components/ui/button";
import { switchSuggestions } from "./actions";

/** Suggestions influence people, so a person who wants to judge without them can switch them off. */
export function SuggestionSwitch({ shown }: { shown: boolean }) {
  return (
    <form action={switchSuggestions} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="show" value={shown ? "no" : "yes"} />
      <p>Themes are {shown ? "suggested" : "not suggested"} to you for contributions without one.</p>
      <Button type="submit" variant="quiet" size="small">
        {shown ? "Hide suggestions" : "Show suggestions"}
      </Button>
    </form>
  );
}
