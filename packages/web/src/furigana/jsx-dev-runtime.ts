import { Fragment, jsxDEV as reactJsxDev } from "react/jsx-dev-runtime";
import { withRuby } from "./with-ruby.ts";

/** The same as `jsx-runtime.ts`, for the development server. */
export { Fragment };

export const jsxDEV: typeof reactJsxDev = (type, props, ...rest) =>
  reactJsxDev(type, withRuby(type, props), ...rest);
