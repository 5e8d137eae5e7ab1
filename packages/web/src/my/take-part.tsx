import { useLanguage, useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import { addressOf } from "../server.ts";
import { useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";

const TABLES = ["record", "rides", "readings"] as const;

/** Copies of everything, as files. */
export function TakePart() {
  const { take: t } = useMessages(myMessages);
  const { language } = useLanguage();
  const { tenant } = useTenancy();
  const params = { tenant };
  const look = buttonLook({ look: "outline", size: "medium" });
  return (
    <section aria-labelledby="take">
      <h2 id="take" className="text-2xl font-bold">
        {t.title}
      </h2>
      <p className="mb-3 text-lg">{t.lead}</p>
      <div className="flex flex-wrap gap-3">
        <a download="noriai-my-data.json" href={addressOf("getMyData", { params })} className={look}>
          {t.json}
        </a>
        {TABLES.map((part) => (
          <a
            key={part}
            download
            className={look}
            href={addressOf("getMyDataCsv", {
              params,
              query: { part, language: language === "en" ? "en" : "ja" },
            })}
          >
            {t[part]}
          </a>
        ))}
      </div>
      <p className="mt-2 text-base text-quiet">{t.hint}</p>
    </section>
  );
}
