/** Progress on stderr: one line that changes on a terminal, a new line for each new step elsewhere. */
export function progressLine() {
  const terminal = process.stderr.isTTY;
  let lastShown = '';
  return {
    /** @param {import('./in-page/window.mjs').ShownProgress} job */
    update({ progress, currentStep, etaSeconds }) {
      if (currentStep === null) return;
      const percent = Math.floor(progress);
      const left = etaSeconds === null ? '' : `, about ${Math.ceil(etaSeconds)} s left`;
      const line = `${currentStep} ${percent} %${left}`;
      const key = terminal ? line : `${currentStep} ${percent - (percent % 10)}`;
      if (key === lastShown) return;
      lastShown = key;
      process.stderr.write(terminal ? `\r\x1b[K${line}` : `${line}\n`);
    },
    end() {
      if (terminal && lastShown !== '') process.stderr.write('\r\x1b[K');
    },
  };
}
