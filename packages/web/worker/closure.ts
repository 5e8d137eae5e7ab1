/** What the build tells of one file. */
export interface BuiltFile {
  readonly type: "chunk" | "asset";
  readonly fileName: string;
  readonly isEntry?: boolean;
  readonly facadeModuleId?: string | null;
  /** Names of the chunks that are loaded together with it. */
  readonly imports?: readonly string[];
  readonly viteMetadata?: { readonly importedCss?: ReadonlySet<string> };
}

/** These files, and all scripts and styles that are loaded with them; what is loaded on demand is not in it. */
export function closureOf(
  files: readonly BuiltFile[],
  first: readonly BuiltFile[],
): readonly { readonly fileName: string }[] {
  const byName = new Map(files.map((file) => [file.fileName, file]));
  const found = new Map<string, BuiltFile>();
  const styles = new Set<string>();
  const open = [...first];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file.fileName)) continue;
    found.set(file.fileName, file);
    for (const style of file.viteMetadata?.importedCss ?? []) styles.add(style);
    open.push(...(file.imports ?? []).flatMap((name) => byName.get(name) ?? []));
  }
  return [...found.values(), ...[...styles].map((fileName) => ({ fileName }))];
}
