import { Link } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { myDoorsMessages } from "../messages/my-doors/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { buttonLook, LINK_LOOK } from "../ui/button.tsx";

/** The ways from the rider's home to their own data, their past rides and their helpers. */
export function MyDoors() {
  const t = useMessages(myDoorsMessages);
  const { tenant } = useTenancy();
  const params = { tenant };
  return (
    <nav aria-label={t.title} className="flex flex-col">
      <Link to="/t/$tenant/ride/history" params={params} className={LINK_LOOK}>
        {t.rides}
      </Link>
      <Link to="/t/$tenant/ride/helpers" params={params} className={LINK_LOOK}>
        {t.helpers}
      </Link>
      <Link to="/t/$tenant/ride/me" params={params} className={LINK_LOOK}>
        {t.record}
      </Link>
    </nav>
  );
}

/** Whom the rider can book for; nothing at all for who helps nobody. */
export function HelpingDoors() {
  const t = useMessages(myDoorsMessages);
  const { tenant } = useTenancy();
  const { data } = useRead("listMyHelping", { params: { tenant } });
  if (data === undefined || data.helping.length === 0) return null;
  return (
    <section aria-labelledby="helping-doors">
      <h2 id="helping-doors" className="mb-2 text-xl font-bold">
        {t.helpingTitle}
      </h2>
      <ul className="flex flex-col gap-3">
        {data.helping.map(({ id, memberName }) => (
          <li key={id}>
            <Link
              to="/t/$tenant/ride/for/$delegateId"
              params={{ tenant, delegateId: id }}
              className={buttonLook({ look: "outline", wide: true })}
            >
              {t.helping(memberName)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way back to the rider's home. */
export function HomeLink() {
  const t = useMessages(myDoorsMessages);
  const { tenant } = useTenancy();
  return (
    <Link to="/t/$tenant/ride" params={{ tenant }} className={`${LINK_LOOK} no-print`}>
      {t.back}
    </Link>
  );
}
