import { env, workspace } from 'vscode';
import type { CsvSeparator } from '../../export/list/csv.ts';
import { settings } from '../../ids.ts';

const separators: Readonly<Record<string, CsvSeparator>> = { comma: ',', semicolon: ';', tab: '\t' };

/** The separator of CSV files for spreadsheets: the setting's, or that of the display language. */
export function csvSeparator(): CsvSeparator {
  const written = workspace.getConfiguration().get(settings.csvSeparator);
  const chosen = typeof written === 'string' && Object.hasOwn(separators, written) && separators[written];
  return chosen || separatorOf(env.language);
}

/** Systems separate lists by semicolons in the regions whose decimal sign is a comma. */
function separatorOf(language: string): CsvSeparator {
  try {
    return new Intl.NumberFormat(language).format(0.5).includes(',') ? ';' : ',';
  } catch {
    return ','; // Not a valid language tag.
  }
}
