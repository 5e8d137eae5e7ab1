import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useSession, useTenancy } from "../shell/session.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import type { BookingFilter } from "./booking-filter.ts";
import { MemberFilter } from "./member-filter.tsx";

const STATES = ["ahead", "aboard", "completed", "no-show", "cancelled"] as const;

interface Filtering {
  readonly filter: BookingFilter;
  readonly onChange: (filter: BookingFilter) => void;
}

/** What the list is narrowed to. Every change shows at once; there is nothing to send. */
export function FilterForm({ filter, onChange }: Filtering) {
  const { filter: t } = useMessages(bookingsMessages);
  const { role } = useSession();
  return (
    <form
      aria-label={t.title}
      onSubmit={(event) => event.preventDefault()}
      className="mb-6 flex flex-col gap-4 rounded-12 bg-surface p-4"
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Day end="from" filter={filter} onChange={onChange} />
        <Day end="to" filter={filter} onChange={onChange} />
        <Choices filter={filter} onChange={onChange} />
      </div>
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <TextField
          label={t.code}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={filter.code}
          onChange={({ target }) => onChange({ ...filter, code: target.value })}
        />
        {role === "call_operator" && <MemberFilter filter={filter} onChange={onChange} />}
        <label className="inline-flex min-h-14 items-center gap-3 text-lg">
          <input
            type="checkbox"
            className="size-6 accent-key-900"
            checked={filter.atRisk}
            onChange={({ target }) => onChange({ ...filter, atRisk: target.checked })}
          />
          {t.atRisk}
        </label>
      </div>
    </form>
  );
}

/** An empty day is still being typed: the list keeps the last one. Turned ends move along. */
function Day({ end, filter, onChange }: Filtering & { end: "from" | "to" }) {
  const { filter: t } = useMessages(bookingsMessages);
  const take = (date: string) => {
    if (date === "") return;
    const other = end === "from" ? "to" : "from";
    const turned = end === "from" ? date > filter.to : date < filter.from;
    onChange({ ...filter, [end]: date, ...(turned && { [other]: date }) });
  };
  return (
    <TextField type="date" label={t[end]} value={filter[end]} onChange={({ target }) => take(target.value)} />
  );
}

function Choices({ filter, onChange }: Filtering) {
  const t = useMessages(bookingsMessages);
  const { stops, vehicles } = useTenancy().service;
  const choices = {
    state: STATES.map((state) => [state, t.filter.states[state]] as const),
    channel: (["phone", "web"] as const).map((channel) => [channel, t.channels[channel]] as const),
    stopId: stops.map(({ id, number, name }) => [id, `${number} ${name}`] as const),
    vehicleId: vehicles.map(({ id, name }) => [id, name] as const),
  };
  const labels = { state: "state", channel: "channel", stopId: "stop", vehicleId: "vehicle" } as const;
  return (Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
    <SelectField
      key={name}
      label={t.filter[labels[name]]}
      value={filter[name]}
      onChange={({ target }) => onChange({ ...filter, [name]: target.value })}
    >
      <option value="">{t.filter.any}</option>
      {choices[name].map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </SelectField>
  ));
}
