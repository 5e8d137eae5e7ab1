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
