const { writeFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { json } = require('node:stream/consumers');
const { isDeepStrictEqual } = require('node:util');
const { workspace } = require('vscode');

// Changes user settings of a running window when a test asks for it (../liveSettings.ts): VS Code in a browser does not
// notice that the file of its settings has changed.

/** Takes settings by their full names, null for the default; answers when the window goes by them. */
async function change(request, response) {
  try {
    const configuration = workspace.getConfiguration();
    for (const [name, value] of Object.entries(await json(request))) {
      const wanted = value ?? undefined;
      if (isDeepStrictEqual(configuration.inspect(name)?.globalValue, wanted)) continue;
      await configuration.update(name, wanted, true);
    }
    response.end();
  } catch (error) {
    response.writeHead(500).end(`${error}`);
  }
}

exports.activate = ({ subscriptions }) => {
  const server = createServer(change);
  server.listen(0, '127.0.0.1', () =>
    writeFileSync(process.env.TEST_SETTINGS_PORT_FILE, `${server.address().port}`),
  );
  subscriptions.push({ dispose: () => server.close() });
};
