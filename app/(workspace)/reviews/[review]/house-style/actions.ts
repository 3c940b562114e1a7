"use server";

import { refresh } from "next/cache";
import { formAction } from "@/lib/access/form-action";
import { setHouseStyle } from "@/lib/report/draft/commands/set-house-style";
import { HouseStyleForm } from "@/lib/report/draft/house-style";

export const saveHouseStyle = formAction(HouseStyleForm, setHouseStyle, () => {
  refresh();
  return { ok: true as const, message: "The house style was saved." };
});
