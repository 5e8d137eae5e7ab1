import { type ReactNode, useEffect, useRef } from "react";
import { withoutReadings } from "../furigana/reading-parts.ts";
import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";

/** Set once somebody has moved between pages: the first page keeps the browser's own starting point. */
let moved = false;

/** The heading of a page. Names the window, and takes the focus when the reader comes from another page. */
export function PageTitle({
  title,
  children,
  className = "",
}: {
  title: string;
  children?: ReactNode;
  className?: string;
}) {
  const ref = useRef<HTMLHeadingElement>(null);
  const { product } = useMessages(shellMessages);
  useEffect(() => {
    document.title = withoutReadings(`${title}｜${product}`);
  }, [title, product]);
  useEffect(() => {
    if (moved) ref.current?.focus({ preventScroll: true });
    moved = true;
  }, []);
  return (
    <h1
      ref={ref}
      tabIndex={-1}
      className={`text-[1.75rem] leading-normal font-bold text-solid-gray-900 ${className}`}
    >
      {children ?? title}
    </h1>
  );
}
