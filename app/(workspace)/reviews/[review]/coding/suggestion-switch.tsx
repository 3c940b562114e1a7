import { Button } from "@/components/ui/button";
import { switchSuggestions } from "./actions";

/** Seen suggestions sway people: whoever wants to judge without them switches them off. */
export function SuggestionSwitch({ shown }: { shown: boolean }) {
  return (
    <form action={switchSuggestions}>
      <input type="hidden" name="show" value={shown ? "no" : "yes"} />
      <Button type="submit" variant="quiet" size="small">
        {shown ? "Hide suggestions" : "Show suggestions"}
      </Button>
    </form>
  );
}
