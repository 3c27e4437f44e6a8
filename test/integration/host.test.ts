import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension host', () => {
  it('is a VS Code that answers', async () => {
    assert.match(vscode.version, /^1\.\d+\.\d+/);
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('workbench.action.files.newUntitledFile'));
  });

  it('keeps the clipboard', async () => {
    await vscode.env.clipboard.writeText('RM00000000000000000000000000000000');
    assert.equal(await vscode.env.clipboard.readText(), 'RM00000000000000000000000000000000');
  });
});
