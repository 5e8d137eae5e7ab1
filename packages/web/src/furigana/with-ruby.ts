import { createElement, type ElementType, type ReactNode } from "react";
import { readingParts, withoutReadings } from "./reading-parts.ts";

/** Attributes that are words; no markup can stand in them. */
const WORDS = ["aria-label", "title", "alt", "placeholder", "label"] as const;
/** Elements that hold text and nothing else. */
const TEXT_ONLY = new Set<unknown>(["option", "title", "textarea"]);

type Props = Record<string, unknown>;

/**
 * The properties of an element with the readings among its children drawn as ruby; for elements of the page the words
 * in attributes lose theirs. Other properties of components stay as they are: they reach an element in the end.
 */
export function withRuby(type: ElementType, props: unknown): Props {
  const given = props as Props;
  const children = rubyIn(given.children as ReactNode, TEXT_ONLY.has(type));
  const words = typeof type === "string" ? WORDS.filter((name) => mayHoldReading(given[name])) : [];
  if (children === given.children && words.length === 0) return given;
  return {
    ...given,
    ...Object.fromEntries(words.map((name) => [name, withoutReadings(given[name] as string)])),
    children,
  };
}

function rubyIn(children: ReactNode, textOnly: boolean): ReactNode {
  const draw = textOnly ? withoutReadings : ruby;
  if (mayHoldReading(children)) return draw(children, 0);
  if (!Array.isArray(children) || !children.some(mayHoldReading)) return children;
  return children.map((child, at) => (mayHoldReading(child) ? draw(child, at) : child));
}

/** One element around the pieces, so that a flex container keeps them together. */
function ruby(text: string, key: number): ReactNode {
  const parts = readingParts(text);
  if (parts.every((part) => typeof part === "string")) return text;
  return createElement(
    "span",
    { key },
    ...parts.map((part) =>
      typeof part === "string"
        ? part
        : createElement(
            "ruby",
            null,
            part.base,
            createElement("rp", null, "（"),
            createElement("rt", null, part.reading),
            createElement("rp", null, "）"),
          ),
    ),
  );
}

const mayHoldReading = (value: unknown): value is string => typeof value === "string" && value.includes("（");
