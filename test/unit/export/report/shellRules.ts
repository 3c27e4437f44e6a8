/**
 * How shells that cannot run here take a command line apart, after their documentation.
 */

/** The words of a command line as a C program on Windows gets them ("Parsing C command-line arguments"). */
export function windowsWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const [backslashes = ''] = /^\\+/.exec(line.slice(at)) ?? [];
    const one = line[at + backslashes.length];
    if (backslashes && one === '"') {
      word = (word ?? '') + '\\'.repeat(backslashes.length >> 1);
      at += backslashes.length;
      if (backslashes.length % 2 === 1) word += '"';
      else quoted = !quoted;
    } else if (one === '"' && !backslashes) {
      if (quoted && line[at + 1] === '"') {
        word = `${word ?? ''}"`;
        at++;
      } else {
        quoted = !quoted;
        word ??= '';
      }
    } else if (!backslashes && !quoted && /[ \t]/.test(one ?? '')) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + line[at];
    }
  }
  return word === undefined ? words : [...words, word];
}

/** The words that a program gets from a line at cmd's prompt. @throws Error if cmd ends the command before */
export function cmdWords(line: string, environment: Readonly<Record<string, string>>): string[] {
  const replaced = replaceVariables(line, environment);
  let rest = '';
  let quoted = false;
  for (let at = 0; at < replaced.length; at++) {
    const one = replaced[at] ?? '';
    if (one === '"') quoted = !quoted;
    if (!quoted && one === '^') rest += replaced[++at] ?? '';
    else if (!quoted && /[&|<>]/.test(one)) throw new Error(`cmd reads ${one} in ${replaced}`);
    else rest += one;
  }
  return windowsWords(rest);
}

/** At the prompt, in contrast to a batch file, the name of a variable that is not set stays as it is. */
function replaceVariables(line: string, environment: Readonly<Record<string, string>>): string {
  let text = '';
  for (let at = 0; at < line.length; at++) {
    const end = line[at] === '%' ? line.indexOf('%', at + 1) : -1;
    const value = end < 0 ? undefined : environment[line.slice(at + 1, end).split(':')[0] ?? ''];
    text += value ?? line[at];
    if (value !== undefined) at = end;
  }
  return text;
}

/**
 * The words that a program gets from a line of PowerShell with words, strings in single quotes, and variables
 * of the environment in double quotes.
 * @param escapes whether quotation marks are escaped for the program, as PowerShell 7.3 does and 5.1 does not
 */
export function powershellWords(
  line: string,
  environment: Readonly<Record<string, string>>,
  escapes: boolean,
): string[] {
  const token =
    /\s*(?:['‘’‚‛]((?:[^'‘’‚‛]|['‘’‚‛]{2})*)['‘’‚‛]|"((?:[^"`]|"")*)"|([^\s'"‘’‚‛;&|<>(){}@#$]+))(?=\s|$)/uy;
  const values: string[] = [];
  while (token.lastIndex < line.length) {
    const match = token.exec(line);
    if (!match) throw new Error(`PowerShell cannot read ${line}`);
    const [, single, double, bare] = match;
    if (single !== undefined) values.push(single.replace(/(['‘’‚‛])['‘’‚‛]/gu, '$1'));
    else if (double !== undefined)
      values.push(double.replace(/\$\{env:([^}]*)\}/g, (_, name: string) => environment[name] ?? ''));
    else values.push(bare ?? '');
  }
  const passed = values.map((value) => {
    const escaped = escapes ? value.replace(/(\\*)"/g, '$1$1\\"') : value;
    return /\s/.test(value) || value === '' ? `"${escaped}"` : escaped;
  });
  return windowsWords(passed.join(' '));
}
