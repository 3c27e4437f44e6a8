// What VS Code itself takes to load and activate an extension.
export function activate() {}
