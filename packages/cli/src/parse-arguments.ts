import { fail, ok, type Result } from "@noriai/kernel";
import type { Command, CommandInput } from "./command.ts";

/** Why the words after a command make no sense. */
export type ArgumentFault =
  | { readonly kind: "missing-value"; readonly name: string }
  | { readonly kind: "too-many-values"; readonly value: string }
  | { readonly kind: "unknown-option"; readonly option: string }
  | { readonly kind: "option-without-value"; readonly option: string }
  | { readonly kind: "option-twice"; readonly option: string }
  | { readonly kind: "missing-option"; readonly option: string };

/** Sorts the words after a command into its values and options (`--name VALUE`, `--name=VALUE`, or a switch `--name`). */
export function parseArguments(
  command: Command,
  words: readonly string[],
): Result<CommandInput, ArgumentFault> {
  const values: string[] = [];
  const options: Record<string, string> = {};
  const switches = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.startsWith("--")) {
      values.push(word);
      continue;
    }
    const [option = "", inline] = splitOnce(word.slice(2));
    if (inline === undefined && command.switches?.includes(option)) {
      switches.add(option);
      continue;
    }
    if (!command.options.includes(option)) return fail({ kind: "unknown-option", option });
    if (options[option] !== undefined) return fail({ kind: "option-twice", option });
    const value = inline ?? words[++i];
    if (value === undefined || value === "") return fail({ kind: "option-without-value", option });
    options[option] = value;
  }
  const missing = command.values[values.length];
  if (missing !== undefined) return fail({ kind: "missing-value", name: missing });
  const extra = values[command.values.length];
  if (extra !== undefined) return fail({ kind: "too-many-values", value: extra });
  const needed = command.needed?.find((option) => options[option] === undefined);
  if (needed !== undefined) return fail({ kind: "missing-option", option: needed });
  return ok({ values, options, switches });
}

function splitOnce(text: string): [string, string?] {
  const at = text.indexOf("=");
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
