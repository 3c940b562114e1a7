import type { Bearing } from "@/lib/synthesise/finding/bearing";
import { attachButton, checkboxes, START_PANEL } from "./board-elements";

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Does what the key says while `box` has the focus; returns whether it says anything. */
export function actOnKey(key: string, box: HTMLInputElement, bearing: Bearing): boolean {
  const step = STEPS[key];
  if (step !== undefined) return focusBeside(box, step);
  if (/^[1-9]$/.test(key)) return pressFor(box, attachButton(Number(key), bearing));
  switch (key) {
    case "x":
      box.click();
      return true;
    case "n":
      return openStart(box);
    case "o":
      return pressLink(box.closest("li")?.querySelector("[data-around]"));
    case "u":
      return pressLink(document.querySelector("[data-undo] button[type=submit]"));
    default:
      return false;
  }
}

function focusBeside(box: HTMLInputElement, step: number): boolean {
  const all = checkboxes();
  all[all.indexOf(box) + step]?.focus();
  return true;
}

/** Where nothing is ticked, the contribution with the focus is meant. */
function tickOne(box: HTMLInputElement): void {
  if (!checkboxes().some(({ checked }) => checked)) box.click();
}

function pressFor(box: HTMLInputElement, button: HTMLButtonElement | null): boolean {
  if (!button) return false;
  tickOne(box);
  button.click();
  return true;
}

function openStart(box: HTMLInputElement): boolean {
  const panel = document.getElementById(START_PANEL);
  if (!(panel instanceof HTMLDetailsElement)) return false;
  tickOne(box);
  panel.open = true;
  panel.querySelector("textarea")?.focus();
  return true;
}

function pressLink(target: Element | null | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  target.click();
  return true;
}
