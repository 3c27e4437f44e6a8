import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findCliFile, otherMachine, remoteHomes } from '../../src/accounts/signIn/cliFiles.ts';
import { parseCliProfiles } from '../../src/accounts/signIn/readTwilioCli.ts';
import { isHere, whereLooked } from '../../src/accounts/signIn/whereLooked.ts';
import { MemoryFiles } from './memoryFiles.ts';

/** The files of another machine, with the users `me` and `you`. */
class OtherMachineFiles extends MemoryFiles {
  override readDirectory(folder?: vscode.Uri): [string, vscode.FileType][] {
    if (folder?.path !== '/home') throw vscode.FileSystemError.FileNotFound(folder);
    return [
      ['me', vscode.FileType.Directory],
      ['you', vscode.FileType.Directory | vscode.FileType.SymbolicLink],
      ['file', vscode.FileType.File],
    ];
  }
}

describe('The Twilio CLI’s profiles on another machine', () => {
  const files = new OtherMachineFiles();
  const registered = vscode.workspace.registerFileSystemProvider('test-machine', files);
  const machine = vscode.Uri.from({ scheme: 'test-machine', authority: 'wsl+ubuntu', path: '/workspace' });
  after(() => registered.dispose());

  it('are in the folder of the first user who has some, the owner of the open folder before others', async () => {
    assert.equal(await findCliFile(machine, remoteHomes('/workspace')), undefined);
    files.files.set('/home/you/.twilio-cli/config.json', Buffer.from('{"profiles":{"dev":{}}}', 'utf16le'));
    const found = await findCliFile(machine, remoteHomes('/workspace'));
    assert.equal(found?.path, '/home/you/.twilio-cli/config.json');
    assert.equal(parseCliProfiles((await found?.read()) ?? new Uint8Array())?.[0]?.name, 'dev');
    files.files.set('/home/another/.twilio-cli/config.json', Buffer.from('{}'));
    assert.equal(
      (await findCliFile(machine, remoteHomes('/home/you/project')))?.path,
      '/home/you/.twilio-cli/config.json',
    );
  });

  it('are told apart from those of this one where there is another', () => {
    if (vscode.env.remoteName === undefined) assert.deepEqual([whereLooked(), isHere()], ['', true]);
    else assert.ok(whereLooked().includes(vscode.env.remoteName));
    // The window of the tests has no folder of a machine that the extension does not run on.
    assert.equal(otherMachine(), undefined);
  });
});
