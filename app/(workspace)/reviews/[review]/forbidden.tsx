export { ForbiddenInReview as default } from "@/components/ui/messages/message-pages";
