import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { keepApp } from "./app/app-worker.ts";
import { App } from "./shell/app.tsx";
import "./style.css";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// After the first picture: 120 font faces, of which the browser fetches only the slices a page needs.
void import("@fontsource-variable/noto-sans-jp/wght.css");

// The pages as they are being written are never kept.
if (import.meta.env.PROD) addEventListener("load", () => void keepApp());
