import { Button } from "@/components/ui/button";
import { leave } from "./actions";

export function SignOut() {
  return (
    <form action={leave}>
      <Button type="submit" variant="quiet" size="small">
        Sign out
      </Button>
    </form>
  );
}
