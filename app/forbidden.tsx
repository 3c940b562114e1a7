import { Message } from "@/components/ui/message";

export default function ForbiddenPage() {
  return (
    <Message title="Your role does not include this page">
      Nothing is wrong with what you did. If you need it for your work, ask the lead of the review to change
      your role.
    </Message>
  );
}
