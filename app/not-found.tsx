export { NotFoundPage as default } from "@/components/ui/messages/message-pages";
