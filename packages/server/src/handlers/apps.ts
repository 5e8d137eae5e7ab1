import { ok } from "@noriai/kernel";
import type { Call, Handler } from "../call.ts";
import type { Language } from "../http/language.ts";

/** In the words of the caller's browser, under the name of the town's own service. */
export const getAppManifest: Handler<"getAppManifest"> = async ({ town, params, language }) => {
  const { app } = params;
  const { shortName, description } = WORDS[language][app];
  const home = `/t/${town.tenant.id}/`;
  return ok({
    body: {
      id: `${home}${app}`,
      name: `${shortName} ${town.service.name}`,
      short_name: shortName,
      description,
      lang: language === "en" ? "en" : "ja",
      start_url: `${home}${app}`,
      scope: home,
      display: "standalone",
      background_color: "#ffffff",
      theme_color: COLOURS[app],
      icons: iconsOf(app),
    },
  });
};

type App = Call<"getAppManifest">["params"]["app"];

const COLOURS: Readonly<Record<App, string>> = { ride: "#0017c1", drive: "#1a1a1a" };

const iconsOf = (app: App) =>
  (
    [
      [`${app}-192`, "192x192", "any"],
      [`${app}-512`, "512x512", "any"],
      [`${app}-maskable-512`, "512x512", "maskable"],
    ] as const
  ).map(([file, sizes, purpose]) => ({ src: `/icons/${file}.png`, sizes, type: "image/png", purpose }));

const WORDS: Readonly<Record<Language, Readonly<Record<App, { shortName: string; description: string }>>>> = {
  ja: {
    ride: { shortName: "のる", description: "乗合の車を予約して、お迎えの様子を確かめます。" },
    drive: { shortName: "はこぶ", description: "次の乗降ポイントを見て、乗車・降車・運賃を記録します。" },
  },
  en: {
    ride: { shortName: "Ride", description: "Book a shared ride and see when it comes." },
    drive: { shortName: "Drive", description: "See the next stop and record boardings and fares." },
  },
};
