import { Fragment, jsx as reactJsx, jsxs as reactJsxs } from "react/jsx-runtime";
import { withRuby } from "./with-ruby.ts";

/**
 * The faces' JSX runtime: React's own, except that a reading written behind its kanji, 予約（よやく）, is drawn above them.
 * So the easy Japanese texts stay plain strings, and no component has to know of readings.
 */
export { Fragment };

export const jsx: typeof reactJsx = (type, props, key) => reactJsx(type, withRuby(type, props), key);

export const jsxs: typeof reactJsxs = (type, props, key) => reactJsxs(type, withRuby(type, props), key);
