// Stands in for VS Code's native log writer, which needs a compiler to install: same interface, plain files,
// no rotation. Without it every log and every log output channel is lost, and each one prints an error.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  #file;
  #bare = false;
  #level = 0;

  constructor(file) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
  }
  trace = (text) => this.#write(0, text);
  debug = (text) => this.#write(1, text);
  info = (text) => this.#write(2, text);
  warn = (text) => this.#write(3, text);
  error = (text) => this.#write(4, text);
  critical = (text) => this.#write(5, text);
  getLevel = () => this.#level;
  setLevel = (level) => {
    this.#level = level;
  };
  setPattern = () => {
    this.#bare = false;
  };
  clearFormatters = () => {
    this.#bare = true;
  };
  flush = () => {};
  drop = () => {};

  #write(level, text) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const line = this.#bare ? text : `${time} [${names[level]}] ${text}\n`;
    try {
      appendFileSync(this.#file, line);
    } catch {
      // The folder is removed while the last lines come in: nobody reads them any more.
    }
  }
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (_name, file) => new Logger(file);
exports.createAsyncRotatingLogger = async (_name, file) => new Logger(file);
