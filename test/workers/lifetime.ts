/** Frees what test files share in a worker: it is called after the last of them. */
export type Release = () => Promise<void>;

let releases: Release[] | undefined;

/** From here on, files of this process may share what is costly to start. */
export function beginSharing(): void {
  releases = [];
}

/** True in a worker. In a mocha of its own, a file that left something open would keep the process from ending. */
export function canShare(): boolean {
  return releases !== undefined;
}

/** Has `release` called when the worker ends. */
export function atWorkerEnd(release: Release): void {
  releases?.push(release);
}

/** Frees everything that is shared; a release that fails does not keep the others from being called. */
export async function endSharing(): Promise<void> {
  await Promise.allSettled((releases ?? []).splice(0).map((release) => release()));
}
