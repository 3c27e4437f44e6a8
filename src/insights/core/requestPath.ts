/** The path without its query, which may hold a room's name. */
export function withoutQuery(path: string): string {
  return path.split('?', 1)[0] ?? path;
}
