/** One line that counts the seconds on a terminal, a plain line elsewhere. */
export const progress = {
  timer: undefined,
  begin() {
    const started = Date.now();
    if (!process.stderr.isTTY) return void process.stderr.write('Installing dependencies (some minutes the first time)\n');
    const show = () => process.stderr.write(`\rInstalling dependencies (some minutes the first time) ${Math.round((Date.now() - started) / 1000)} s `);
    show();
    this.timer = setInterval(show, 1000);
  },
  end(line) {
    clearInterval(this.timer);
    process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[K' : ''}${line ? `${line}\n` : ''}`);
  },
  note(line) {
    process.stderr.write(`${line}\n`);
  },
};
