/** Marks what Enter leads through, in the order of the page. */
export const STEP = "data-step";

/**
 * Moves the focus from one marked field to the next one of a form.
 *
 * @returns false when this was the last one
 */
export function focusNextStep(form: HTMLElement, from: Element): boolean {
  const steps = [...form.querySelectorAll<HTMLElement>(`[${STEP}]`)];
  const next = steps[steps.findIndex((step) => step === from || step.contains(from)) + 1];
  if (next === undefined) return false;
  focusStep(next);
  return true;
}

/** Puts the focus into a marked field: itself, the chosen radio button or the first input inside. */
export function focusStep(step: HTMLElement): void {
  const inner = step.matches("input, select, button")
    ? step
    : step.querySelector<HTMLElement>("input:checked, input, select, button");
  inner?.focus();
  if (inner instanceof HTMLInputElement && inner.type !== "radio") inner.select();
}

/** Enter as a command: not while an input method still composes a word. */
export const isEnter = (event: { key: string; nativeEvent: { isComposing: boolean } }): boolean =>
  event.key === "Enter" && !event.nativeEvent.isComposing;
