import { workspace } from 'vscode';
import { settings } from '../../ids.ts';

/** Seconds; the manifest's limits and types are not enforced on what is written by hand. */
const [least, usual, most] = [5, 30, 3600];

/** Milliseconds between two refreshes of the rooms in progress, by the setting; undefined where it turns them off. */
export function refreshInterval(): number | undefined {
  const written = workspace.getConfiguration().get<unknown>(settings.refreshInterval);
  const seconds = typeof written === 'number' && Number.isFinite(written) ? written : usual;
  return seconds > 0 ? Math.min(most, Math.max(least, seconds)) * 1000 : undefined;
}
