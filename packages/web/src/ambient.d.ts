declare module "*.css";
declare module "@fontsource-variable/noto-sans-jp/wght.css";
declare module "*?worker&url" {
  const url: string;
  export default url;
}
declare module "virtual:routes" {
  const table: import("./client.ts").RouteTable;
  export default table;
}
interface ImportMeta {
  /** Put in by the build: whether these are the built pages. */
  readonly env: { readonly PROD: boolean };
}
