export { UnauthorizedPage as default } from "@/components/ui/messages/message-pages";
