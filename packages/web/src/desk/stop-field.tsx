import type { Stop } from "@noriai/api";
import { type KeyboardEvent, useId, useState } from "react";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { stopMessages } from "../messages/stops/index.ts";
import { useTenancy } from "../shell/session.ts";
import { distanceWords } from "../stops/nearest-stops.ts";
import { TextField } from "../ui/field.tsx";
import { findStops } from "../ui/find-stops.ts";
import { isEnter, STEP } from "./next-step.ts";
import type { FoundStop } from "./stops-near.ts";
import { useStopsNear } from "./use-stops-near.ts";

/** As many as an operator takes in at a glance. */
const SHOWN = 8;

/**
 * A stop by number, name or kana, or by its nearness to an address where none is called so. The best fit is marked while
 * typing; Enter takes it, and leaving the field too, but for one that is only near.
 * Combobox with a list, as in the ARIA authoring practices.
 */
export function StopField({
  field,
  label,
  value,
  error,
  onChange,
}: {
  field: string;
  label: string;
  value: string;
  error: string | undefined;
  onChange: (stopId: string) => void;
}) {
  const t = useMessages(deskMessages);
  const { stops } = useTenancy().service;
  const listId = useId();
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const chosen = stops.find(({ id }) => id === value);
  const found = useFound(typed);
  const { stop: marked, near } = found[Math.min(active, found.length - 1)] ?? {};
  const open = typed !== undefined;

  const take = (stop: Stop | undefined) => {
    setTyped(undefined);
    setActive(0);
    if (stop !== undefined) onChange(stop.id);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isEnter(event) && open) marked === undefined ? event.preventDefault() : take(marked);
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      setTyped(undefined);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!open) setTyped("");
    else setActive((now) => Math.max(0, Math.min(found.length - 1, now + step)));
  };
  return (
    <div className="relative">
      <TextField
        {...{ [STEP]: field }}
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && marked !== undefined ? `${listId}-${marked.id}` : undefined}
        label={label}
        hint={t.request.stopHint}
        autoComplete="off"
        error={error}
        value={typed ?? (chosen === undefined ? "" : named(chosen))}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          if (event.target.value === "") onChange("");
        }}
        onKeyDown={press}
        onBlur={() => take(typed && near === undefined ? marked : undefined)}
      />
      {open && <Choices {...{ found, marked, label, listId }} onTake={take} />}
    </div>
  );
}

/** By what they are called; where none is called so, by what they are near to. */
function useFound(typed: string | undefined): readonly FoundStop[] {
  const { stops } = useTenancy().service;
  const called = typed === undefined ? [] : findStops(stops, typed).slice(0, SHOWN);
  const near = useStopsNear(called.length === 0 ? typed : undefined, SHOWN);
  return called.length > 0 ? called.map((stop) => ({ stop })) : near;
}

function Choices({
  found,
  marked,
  label,
  listId,
  onTake,
}: {
  found: readonly FoundStop[];
  marked: Stop | undefined;
  label: string;
  listId: string;
  onTake: (stop: Stop) => void;
}) {
  const { request: t } = useMessages(deskMessages);
  const { near: words } = useMessages(stopMessages);
  return (
    <div className="absolute inset-x-0 top-full z-10 mt-1 rounded-8 border border-edge bg-white shadow-2">
      <div id={listId} role="listbox" aria-label={label}>
        {found.map(({ stop, near }) => (
          <div
            key={stop.id}
            id={`${listId}-${stop.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={stop === marked}
            onMouseDown={(event) => {
              event.preventDefault();
              onTake(stop);
            }}
            className="cursor-pointer px-4 py-2 aria-selected:bg-key-900 aria-selected:text-white"
          >
            <span className="mr-2 inline-block min-w-6 text-right font-bold tabular-nums">{stop.number}</span>
            {stop.name}
            {near !== undefined && (
              <span className="ml-3">{t.stopNear(near.place, distanceWords(near.meters, words))}</span>
            )}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="px-4 py-2">{t.stopNone}</p>}
    </div>
  );
}

const named = ({ number, name }: Stop): string => `${number} ${name}`;
