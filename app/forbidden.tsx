export { ForbiddenPage as default } from "@/components/ui/messages/message-pages";
