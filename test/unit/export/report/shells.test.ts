import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { shellOf, shellSyntax } from '../../../../src/export/report/shells.ts';
import { cmdWords, powershellWords, windowsWords } from './shellRules.ts';

const { posix, powershell, cmd } = shellSyntax;

/** Texts with many of the characters that shells interpret. */
const odd = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'%^&|<>()"\'\\!`$ ;#*?~{}[]=,@‘’‚‛'),
      fc.constantFrom('%PATH%', '%22', '\\"', 'a', '1', 'ü'),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('A shell', () => {
  for (const [path, windows, shell] of [
    ['/bin/bash', false, 'posix'],
    ['/usr/bin/zsh', false, 'posix'],
    ['/usr/bin/fish', false, 'posix'],
    ['/usr/bin/pwsh', false, 'powershell'],
    ['/usr/bin/pwsh-preview', false, 'powershell'],
    ['C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe', true, 'powershell'],
    ['C:\\Program Files\\PowerShell\\7\\pwsh.exe', true, 'powershell'],
    ['C:\\WINDOWS\\System32\\cmd.exe', true, 'cmd'],
    ['C:\\Program Files\\Git\\bin\\bash.exe', true, 'posix'],
    ['C:\\Windows\\System32\\wsl.exe', true, 'posix'],
    ['', true, 'powershell'],
    ['', false, 'posix'],
    ['/usr/bin/nu', false, 'posix'],
  ] as const)
    it(`is ${shell} for “${path}”${windows ? ' on Windows' : ''}`, () =>
      assert.equal(shellOf(path, windows), shell));
});

describe('A word', () => {
  for (const shell of ['sh', 'bash'])
    it(`is handed over by the real ${shell} as it is`, () => {
      const words = fc.sample(odd, { numRuns: 200, seed: 7 });
      const script = words.map((text) => `printf '%s\\n' ${posix.word(text)}`).join('\n');
      assert.deepEqual(
        execFileSync(shell, ['-c', script], { encoding: 'utf8' }).split('\n').slice(0, -1),
        words,
      );
    });

  it('is handed over by the rules of cmd’s prompt as it is, and by none of its variables', () => {
    fc.assert(
      fc.property(odd, (text) => {
        assert.deepEqual(
          cmdWords(`curl "%USER%" ${cmd.word(text)}`, { PATH: 'C:\\', USER: 'me', '22': 'no' }),
          ['curl', 'me', text],
        );
      }),
      { numRuns: 2000 },
    );
  });

  for (const escapes of [false, true])
    it(`is handed over by the rules of PowerShell ${escapes ? '7.3' : '5.1'} with what no address holds encoded`, () => {
      fc.assert(
        fc.property(odd, (text) => {
          const encoded = text.replaceAll('"', '%22').replaceAll('\\', '%5C');
          const line = `curl.exe ${powershell.pair('A', 'B')} ${powershell.word(text)}`;
          assert.deepEqual(powershellWords(line, { A: 'me', B: 'secret' }, escapes), [
            'curl.exe',
            'me:secret',
            encoded,
          ]);
        }),
        { numRuns: 2000 },
      );
    });

  it('with a quotation mark is why PowerShell 5.1 and 7.3 need it encoded', () => {
    const line = `curl.exe 'a"b c'`;
    assert.deepEqual(powershellWords(line, {}, true), ['curl.exe', 'a"b c']);
    assert.deepEqual(powershellWords(line, {}, false), ['curl.exe', 'ab', 'c']);
  });

  it('is what the rules of Windows’ documentation make of it', () => {
    assert.deepEqual(windowsWords('"a b c" d e'), ['a b c', 'd', 'e']);
    assert.deepEqual(windowsWords('"ab\\"c" "\\\\" d'), ['ab"c', '\\', 'd']);
    assert.deepEqual(windowsWords('a\\\\\\b d"e f"g h'), ['a\\\\\\b', 'de fg', 'h']);
    assert.deepEqual(windowsWords('a\\\\\\"b c d'), ['a\\"b', 'c', 'd']);
    assert.deepEqual(windowsWords('a\\\\\\\\"b c" d e'), ['a\\\\b c', 'd', 'e']);
  });
});

describe('A comment', () => {
  it('runs nothing in a shell, whatever it says', () => {
    const text = `it's $(echo run) \`echo run\` & echo run`;
    assert.equal(execFileSync('sh', ['-c', posix.comment(text)], { encoding: 'utf8' }), '');
    assert.doesNotMatch(cmd.comment(text), /[&|<>^%]/);
    assert.doesNotMatch(powershell.comment('a\nb'), /\n/);
  });
});
