import type { Stop } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { stopCareMessages } from "../messages/stop-care/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { stopAddress } from "./stop-address.ts";

const ALL = "all";

/** The sheets to be put on markers, one A4 page for each stop: large number, name, and the code that opens its page. */
export function MarkerSheets() {
  const { sheets: t, stop: wordsOf } = useMessages(stopCareMessages);
  const { service } = useTenancy();
  const [which, setWhich] = useState<string>(ALL);
  const stops = service.stops.toSorted((a, b) => a.number - b.number);
  const chosen = stops.filter(({ id }) => which === ALL || id === which);
  return (
    <>
      <div className="no-print mb-6 flex max-w-3xl flex-col gap-4">
        <p>{t.lead}</p>
        <SelectField label={t.which} value={which} onChange={({ target }) => setWhich(target.value)}>
          <option value={ALL}>{t.all}</option>
          {stops.map(({ id, number, name }) => (
            <option key={id} value={id}>
              {wordsOf(number, name)}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap items-center gap-4">
          <Button onClick={() => print()}>{t.print}</Button>
          <span role="status">{t.count(chosen.length)}</span>
        </div>
      </div>
      {chosen.map((stop) => (
        <MarkerSheet key={stop.id} stop={stop} />
      ))}
    </>
  );
}

/** Black on white and large: it is read in the dark, from a car, through driven snow. */
function MarkerSheet({ stop }: { stop: Stop }) {
  const { sheets: t, stop: wordsOf } = useMessages(stopCareMessages);
  const { tenant, service } = useTenancy();
  const address = stopAddress(location.origin, { tenant, stopId: stop.id });
  const words = wordsOf(stop.number, stop.name);
  return (
    <article
      aria-label={words}
      className="mx-auto mb-8 flex max-w-3xl break-after-page flex-col items-center gap-6 border-8 border-black bg-white p-8 text-center text-black last:break-after-auto print:mb-0 print:min-h-[95vh]"
    >
      <p className="text-3xl font-bold">{service.name}</p>
      <p className="grid min-w-[1.6em] place-items-center rounded-full bg-black px-6 text-[8rem] leading-tight font-bold text-white print:border-8 print:border-black print:bg-white print:text-black">
        <span className="sr-only">{t.number}</span> {stop.number}
      </p>
      <h2 lang="ja">
        <span className="block text-2xl">{stop.kana}</span>
        <span className="block text-5xl leading-snug font-bold">{stop.name}</span>
      </h2>
      <p lang="ja" className="text-xl">
        <span className="font-bold">{t.waitHere}</span> {stop.guidance}
      </p>
      <div className="w-72">
        <QrCode text={address} label={t.qr(words)} />
      </div>
      <p className="text-xl font-bold">{t.scan}</p>
      <p className="text-base break-all">{address}</p>
      <p className="text-3xl font-bold">{t.phone(service.phoneNumber)}</p>
    </article>
  );
}
