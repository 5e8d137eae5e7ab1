import { useEffect, useRef } from "react";

/** The heading of what has come in the place of something else on the same page: it takes the focus. */
export function StepTitle({ title, level = 2 }: { title: string; level?: 2 | 3 }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const Heading = `h${level}` as const;
  return (
    <Heading
      ref={ref}
      tabIndex={-1}
      className={`${level === 2 ? "text-2xl" : "text-xl"} leading-normal font-bold`}
    >
      {title}
    </Heading>
  );
}
