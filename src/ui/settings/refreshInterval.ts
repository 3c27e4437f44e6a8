import { workspace } from 'vscode';
import { settings } from '../../ids.ts';

/** In seconds. VS Code does not enforce the manifest's limits and types on hand-written settings. */
const [minSeconds, defaultSeconds, maxSeconds] = [5, 30, 3600];

/** The setting in milliseconds between two refreshes of rooms in progress; undefined if it turns them off. */
export function refreshInterval(): number | undefined {
  const written = workspace.getConfiguration().get<unknown>(settings.refreshInterval);
  const seconds = typeof written === 'number' && Number.isFinite(written) ? written : defaultSeconds;
  return seconds > 0 ? Math.min(maxSeconds, Math.max(minSeconds, seconds)) * 1000 : undefined;
}
