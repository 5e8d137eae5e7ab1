import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { buttonLook } from "./button.tsx";

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  /** Why it cannot be done now; it stays reachable, so that everybody can read why. */
  readonly disabledBecause?: string | undefined;
  readonly onChoose: () => void;
}

/** A button that opens a list of actions: arrows, Home and End move, Enter chooses, Esc and Tab close it. */
export function ActionMenu({
  label,
  name,
  actions,
}: {
  label: string;
  /** For those who hear it, among others of the same label. */
  name: string;
  actions: readonly MenuAction[];
}) {
  const [open, setOpen] = useState(false);
  const menuId = useId();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    itemsIn(root.current!)[0]?.focus();
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [open]);
  const close = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
  };
  const steer = (event: KeyboardEvent) => {
    const all = itemsIn(root.current!);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) all[to % all.length]?.focus();
    else if (event.key === "Escape") close();
    else if (event.key === "Tab") setOpen(false);
    if (to !== undefined || event.key === "Escape") event.preventDefault();
  };
  return (
    <div ref={root} className="relative">
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        aria-label={name}
        className={buttonLook({ look: "outline", size: "small" })}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <div
          id={menuId}
          role="menu"
          aria-label={name}
          tabIndex={-1}
          onKeyDown={steer}
          className="absolute right-0 z-20 mt-1 w-[min(24rem,calc(100vw-3rem))] rounded-8 border border-line bg-white p-1 shadow-3"
        >
          {actions.map((action) => (
            <Item key={action.id} action={action} onChosen={close} />
          ))}
        </div>
      )}
    </div>
  );
}

const itemsIn = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];

function Item({
  action: { label, disabledBecause, onChoose },
  onChosen,
}: {
  action: MenuAction;
  onChosen: () => void;
}) {
  const off = disabledBecause !== undefined;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={off || undefined}
      className={`block min-h-11 w-full rounded-4 px-3 py-2 text-left text-base hover:bg-key-50 focus:bg-key-50 ${off ? "text-quiet" : "font-bold"}`}
      onClick={() => {
        if (off) return;
        onChosen();
        onChoose();
      }}
    >
      {label}
      {off && <span className="block font-normal">{disabledBecause}</span>}
    </button>
  );
}
