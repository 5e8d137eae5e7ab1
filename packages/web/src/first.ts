import { askFirst } from "./app/ask-first.ts";
import "./style.css";

askFirst(location.pathname);
void import("./main.tsx");
