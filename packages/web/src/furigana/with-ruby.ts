import { createElement, type ElementType, type ReactNode } from "react";
import { readingParts, withoutReadings } from "./reading-parts.ts";

/** Attributes that are words; no markup can stand in them. */
const WORDS = ["aria-label", "title", "alt", "placeholder", "label"] as const;
/** Elements that hold text and nothing else. */
const TEXT_ONLY = new Set<unknown>(["option", "title", "textarea"]);

type Props = Record<string, unknown>;

/** The properties of an element of the page with readings drawn as ruby. Components keep theirs as they are. */
export function withRuby(type: ElementType, props: unknown): Props {
  const given = props as Props;
  if (typeof type !== "string") return given;
  const children = rubyIn(given.children as ReactNode, TEXT_ONLY.has(type));
  const words = WORDS.filter((name) => mayHoldReading(given[name]));
  if (children === given.children && words.length === 0) return given;
  return {
    ...given,
    ...Object.fromEntries(words.map((name) => [name, withoutReadings(given[name] as string)])),
    children,
  };
}

function rubyIn(children: ReactNode, textOnly: boolean): ReactNode {
  if (mayHoldReading(children)) return textOnly ? withoutReadings(children) : ruby(children);
  if (!Array.isArray(children) || !children.some(mayHoldReading)) return children;
  return children.map((child, at) =>
    mayHoldReading(child)
      ? textOnly
        ? withoutReadings(child)
        : createElement("span", { key: `reading-${at}` }, ruby(child))
      : child,
  );
}

const ruby = (text: string): ReactNode =>
  readingParts(text).map((part, at) =>
    typeof part === "string"
      ? part
      : createElement(
          "ruby",
          { key: at },
          part.base,
          createElement("rp", null, "（"),
          createElement("rt", null, part.reading),
          createElement("rp", null, "）"),
        ),
  );

const mayHoldReading = (value: unknown): value is string => typeof value === "string" && value.includes("（");
