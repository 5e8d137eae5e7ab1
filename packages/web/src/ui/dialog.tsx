import { type ReactNode, useEffect, useId, useRef } from "react";

/**
 * A dialog that keeps the focus until it is answered. Esc and the buttons inside close it; focus goes back to where it
 * was, which the browser does by itself.
 */
export function Dialog({
  title,
  open,
  onClose,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current!;
    if (open && !dialog.open) {
      dialog.showModal();
      // Begin at the top, not on a button: what follows is read first, and no key still held down presses anything.
      heading.current?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      aria-labelledby={open ? titleId : undefined}
      onClose={onClose}
      onCancel={onClose}
      className="m-auto max-h-[90dvh] w-[min(36rem,calc(100vw-2rem))] overflow-auto rounded-16 border border-line bg-white p-6 text-solid-gray-800 shadow-3"
    >
      {open && (
        <>
          <h2 ref={heading} tabIndex={-1} id={titleId} className="mb-4 text-2xl leading-normal font-bold">
            {title}
          </h2>
          {children}
        </>
      )}
    </dialog>
  );
}
