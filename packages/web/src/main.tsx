import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { askEarly } from "./app/early.ts";
import { whenQuiet } from "./app/when-quiet.ts";
import { App } from "./shell/app.tsx";

askEarly(location.pathname);
createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// What only makes it better waits until the page stands: on a slow network it would be in the way of what is needed.
whenQuiet(() => {
  // 120 font faces, of which the browser fetches only the slices a page needs.
  void import("@fontsource-variable/noto-sans-jp/wght.css");
  // The pages as they are being written are never kept.
  if (import.meta.env.PROD) void import("./app/app-worker.ts").then(({ keepApp }) => keepApp());
});
