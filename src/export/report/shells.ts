/** The command lines whose quoting the copied commands can follow. */
export const shells = ['posix', 'powershell', 'cmd'] as const;
export type Shell = (typeof shells)[number];

/** The names of the shells, which are the same in every language. */
export const shellNames: Readonly<Record<Shell, string>> = {
  posix: 'bash, zsh, sh',
  powershell: 'PowerShell',
  cmd: 'cmd',
};

const posixShells: ReadonlySet<string> = new Set(['bash', 'zsh', 'sh', 'dash', 'ksh', 'ash', 'fish', 'wsl']);

/**
 * The shell that a terminal starts.
 * @param path the path of its program; empty if it is not known
 * @param windows whether the terminal runs on Windows, for a shell whose quoting is not known
 */
export function shellOf(path: string, windows: boolean): Shell {
  const program = (path.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.exe$/, '');
  if (/^(pwsh|powershell)/.test(program)) return 'powershell';
  if (program === 'cmd') return 'cmd';
  return windows && !posixShells.has(program) ? 'powershell' : 'posix';
}

/** How a shell writes the parts of a command. */
export interface ShellSyntax {
  /** Any text as one word. */
  readonly word: (text: string) => string;
  /** The values of two environment variables with a colon between, as one word. */
  readonly pair: (first: string, second: string) => string;
  /** A line that does nothing. */
  readonly comment: (text: string) => string;
}

/**
 * `:` is a command that does nothing: zsh takes a line that begins with `#` for a command if it is typed or
 * pasted. Words in single quotes hold every character except a single quote (POSIX, "Quoting").
 */
const posix: ShellSyntax = {
  word: (text) => `'${text.replaceAll("'", "'\\''")}'`,
  pair: (first, second) => `"$${first}:$${second}"`,
  comment: (text) => `: ${posix.word(text)}`,
};

/**
 * PowerShell ends a string in single quotes at typographic quotes too (about_Quoting_Rules), and a variable's
 * name takes in a colon unless it is in braces (about_Variables). Windows PowerShell passes quotation marks
 * within an argument on without escaping them, PowerShell 7.3 escapes them
 * (`$PSNativeCommandArgumentPassing`): an address has them percent-encoded, which is right in both.
 */
const powershell: ShellSyntax = {
  word: (text) =>
    `'${text
      .replaceAll('"', '%22')
      .replaceAll('\\', '%5C')
      .replace(/['‘’‚‛]/g, '$&$&')}'`,
  pair: (first, second) => `"\${env:${first}}:\${env:${second}}"`,
  comment: (text) => `# ${text.replace(/[\r\n]+/g, ' ')}`,
};

/** cmd, at its prompt: a batch file reads a percent sign differently. */
const cmd: ShellSyntax = {
  word: (text) => (/["%!]/.test(text) ? cmdCarets(argument(text)) : argument(text)),
  pair: (first, second) => `"%${first}%:%${second}%"`,
  comment: (text) => `rem ${text.replace(/[\r\n]+/g, ' ').replace(/[&|<>^%!"]/g, ' ')}`,
};

/** Quotes a word as programs on Windows take their command line apart ("Parsing C command-line arguments"). */
function argument(text: string): string {
  return `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
}

/**
 * Escapes every character that cmd interprets with a caret, its quotation marks too: between quotation marks a
 * caret would stay, and nothing there keeps cmd from replacing `%NAME%`. A caret behind the percent sign makes
 * that a variable which does not exist, and is removed after the variables were replaced.
 */
function cmdCarets(text: string): string {
  return text.replace(/(%?)([^%]|$)/gu, (_, percent: string, one: string) => {
    const special = /[()<>&|^"!]/.test(one) || (percent !== '' && one !== '');
    return `${percent}${special ? '^' : ''}${one}`;
  });
}

/** The syntax of each shell. */
export const shellSyntax: Readonly<Record<Shell, ShellSyntax>> = { posix, powershell, cmd };
