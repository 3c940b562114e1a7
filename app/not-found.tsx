import { Message } from "@/components/ui/message";

export default function NotFoundPage() {
  return (
    <Message title="There is no such page, or it is not open to you">
      Check the address. If somebody sent you the link, ask them whether you are a member of that review.
    </Message>
  );
}
