import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./shell/app.tsx";
import "./style.css";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// After the first picture: 120 font faces, of which the browser fetches only the slices a page needs.
void import("@fontsource-variable/noto-sans-jp/wght.css");
