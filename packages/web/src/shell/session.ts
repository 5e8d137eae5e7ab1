import type { PublicService, Session } from "@noriai/api";
import { createContext, use } from "react";
import { type Format, makeFormat } from "../format.ts";
import { type Language, useLanguage } from "../language.tsx";
import type { LiveState } from "../live.ts";

interface Tenancy {
  readonly tenant: string;
  readonly service: PublicService;
  /** Nobody signed in: undefined. */
  readonly session: Session | undefined;
}

export const TenancyContext = createContext<Tenancy | undefined>(undefined);

/** Whether live updates, and so the server, are within reach. */
export const LiveContext = createContext<LiveState>("connecting");

/** The tenant of the address, its service and who is signed in. Only beneath the tenant's frame. */
export function useTenancy(): Tenancy {
  const tenancy = use(TenancyContext);
  if (tenancy === undefined) throw new Error("not beneath a tenant's frame");
  return tenancy;
}

/** Who is signed in; only beneath a gate. */
export function useSession(): Session {
  const { session } = useTenancy();
  if (session === undefined) throw new Error("not beneath a gate");
  return session;
}

/** Dates, times and money as the reader's language writes them, in the service's time zone. */
export function useFormat(): Format {
  const { service } = useTenancy();
  const { language } = useLanguage();
  return formatOf(language, service.timeZone);
}

const FORMATS = new Map<string, Format>();

/** Writing rules cost much to make and nothing to use, and a page asks for them many times. */
function formatOf(language: Language, timeZone: string): Format {
  const key = `${language} ${timeZone}`;
  const format = FORMATS.get(key) ?? makeFormat(language, timeZone);
  FORMATS.set(key, format);
  return format;
}
