import { useEffect, useRef } from "react";

/**
 * Single keys as commands, for the whole page while mounted. Keys typed into a field stay what they are, except Escape
 * and the function keys; held keys and keys of an input method do nothing.
 */
export function useKeys(commands: Readonly<Record<string, () => void>>): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const typing = event.target instanceof Element && event.target.matches("input, select, textarea");
      const command = latest.current[event.key.toLowerCase()];
      if (command === undefined || (typing && !/^(?:Escape|F\d+)$/.test(event.key))) return;
      event.preventDefault();
      command();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
