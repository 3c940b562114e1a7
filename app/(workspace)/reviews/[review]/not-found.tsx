export { NotFoundInReview as default } from "@/components/ui/messages/message-pages";
